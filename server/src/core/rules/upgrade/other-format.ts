import { formatVersion, has, type Since } from "../../catalog/version.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { counted } from "../../text/counted.ts";
import type { UpgradeRule } from "../rule.ts";

export const otherFormat: UpgradeRule = {
  id: "upgrade/other-format",
  on: "upgrade",
  effect: "line-ignored",
  summary: "stir_shaken.conf in the form that older versions read",
  *check({ load, settings: { version } }, from) {
    if (!has(changedIn, version) || has(changedIn, from)) return;
    const former = load("stir_shaken.conf").sections.filter(
      (section) =>
        !section.template && formerTypes.has(asciiLower(firstOption(section, "type")?.value ?? "")),
    );
    const [first] = former;
    if (first === undefined) return;
    yield {
      ...headerPlace(first),
      message: `Asterisk ${formatVersion(version)} has no sections of type general, store and certificate in stir_shaken.conf any more, and loads ${former.length === 1 ? "nothing of it" : `none of these ${counted(former.length, "section")}`}: write it anew with types attestation, verification, tn and profile`,
    };
  },
};

const changedIn: Since = { 18: "18.22.0", 20: "20.7.0", 21: "21.2.0", 22: "22.0.0", 23: "23.0.0" };

const formerTypes: ReadonlySet<string> = new Set(["general", "store", "certificate"]);
