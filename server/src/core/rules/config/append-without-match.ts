import type { ConfigLoad } from "../../config/load.ts";
import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import type { Finding, LoadRule } from "../rule.ts";
import { quoted } from "./wording.ts";

export const appendWithoutMatch: LoadRule = {
  id: "config/append-without-match",
  on: "load",
  effect: "works-otherwise",
  summary: "+= with nothing of that name to add to",
  *check(load) {
    // What we could not read may hold the option that is meant.
    if (load.partial || !hasAppends(load)) return;
    const seen = new Set<ConfigOption>();
    for (const section of load.sections) {
      for (const [index, option] of section.options.entries()) {
        if (option.line.operator !== "+=" || seen.has(option)) continue;
        seen.add(option);
        yield finding(section, option, section.options.slice(0, index));
      }
    }
  },
};

function hasAppends(load: ConfigLoad): boolean {
  return load.files.some((file) =>
    file.lines.lines.some((line) => line.kind === "option" && line.operator === "+="),
  );
}

function finding(section: ConfigSection, option: ConfigOption, earlier: readonly ConfigOption[]): Finding {
  const { name } = option;
  const place = namePlace(option);
  const other = earlier.findLast((before) => equalsIgnoringCase(before.name, name));
  if (other === undefined) {
    return {
      ...place,
      message: `Nothing called ${quoted(name)} stands before it in [${section.name}], so Asterisk reads "+=" as "="`,
      effect: "redundant",
    };
  }
  return {
    ...place,
    message: `"+=" minds the case: Asterisk adds nothing to ${quoted(other.name)} and sets ${quoted(name)} apart from it`,
    related: [{ ...namePlace(other), message: `${quoted(other.name)} is set here` }],
    fixes: [
      {
        title: `Change to "${other.name}"`,
        safe: false,
        edits: [{ ...place, text: other.name }],
      },
    ],
  };
}
