import type { ConfigLoad } from "../../config/load.ts";
import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, LoadRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";

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
      const last = new Map<string, ConfigOption>();
      for (const option of section.options) {
        const name = asciiLower(option.name);
        if (option.line.operator === "+=" && !seen.has(option)) {
          seen.add(option);
          yield finding(section, option, last.get(name));
        }
        last.set(name, option);
      }
    }
  },
};

function hasAppends(load: ConfigLoad): boolean {
  return load.files.some(
    ({ lines: { text, lines } }) =>
      text.includes("+=") && lines.some((line) => line.kind === "option" && line.operator === "+="),
  );
}

/** `other` is the last option before it whose name is the same but for its case. */
function finding(section: ConfigSection, option: ConfigOption, other: ConfigOption | undefined): Finding {
  const { name } = option;
  const place = namePlace(option);
  if (other === undefined) {
    return {
      ...place,
      message: `Nothing called ${quotedPiece(name)} stands before it in [${section.name}], so Asterisk reads "+=" as "="`,
      effect: "redundant",
    };
  }
  return {
    ...place,
    message: `"+=" minds the case: Asterisk adds nothing to ${quotedPiece(other.name)} and sets ${quotedPiece(name)} apart from it`,
    related: [{ ...namePlace(other), message: `${quotedPiece(other.name)} is set here` }],
    fixes: [
      {
        title: `Change to "${other.name}"`,
        safe: false,
        edits: [{ ...place, text: other.name }],
      },
    ],
  };
}
