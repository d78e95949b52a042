import { formatVersion } from "../../catalog/version.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { functionSites, isOfChanSip } from "./sites.ts";
import { consequence, nameOffsets, notRegistered } from "./words.ts";

export const removedFunction: DialplanRule = {
  id: "function/removed-function",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that this version of Asterisk no longer has",
  *check(dialplan, { installation }) {
    const { version } = installation.settings;
    const known = new Set(installation.settings.knownFunctions);
    for (const { option, use, name, spec } of functionSites(dialplan, installation)) {
      const former = use.spec;
      if (spec !== undefined || former?.removedIn === undefined || former.removedIn > version.major) continue;
      if (isOfChanSip(former) || known.has(name)) continue;
      const instead = former.replacement === undefined ? "" : `; use ${former.replacement} instead`;
      yield {
        ...placeIn(option, nameOffsets(use)),
        message: `Asterisk ${formatVersion(version)} has no function ${quoted(name)} any more (it went with ${former.removedIn}): ${consequence(use)}${instead}`,
        runtimeLog: notRegistered(name),
      };
    }
  },
};
