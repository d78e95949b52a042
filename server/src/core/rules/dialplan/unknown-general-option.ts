import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { asciiLower, equalsIgnoringCase } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { nameOf, writtenAt } from "../fix.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { generalOptions, isStatement, isUnfinished, sectionsNamed } from "./general.ts";

export const unknownGeneralOption: DialplanRule = {
  id: "dialplan/unknown-general-option",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Option of [general] that Asterisk does not know",
  *check({ load }) {
    const [general] = sectionsNamed(load, "general");
    for (const option of general?.options ?? []) {
      if (generalOptions.includes(asciiLower(option.name)) || isStatement(option)) continue;
      if (!isUnfinished(option.name)) yield finding(option);
    }
  },
};

function finding(option: ConfigOption): Finding {
  const { name, value } = option;
  if (equalsIgnoringCase(name, "priorityjumping")) {
    return {
      ...namePlace(option),
      effect: /^(?:no|false|n|f|0|off)$/i.test(value) ? "redundant" : "legacy",
      message: `Asterisk no longer has ${quoted(name)}: no application jumps to priority n+101 by itself; test a variable such as DIALSTATUS`,
    };
  }
  const near = closest(name, generalOptions);
  const place = nameOf(option);
  const meant = near === undefined ? "" : ` (did you mean "${near}"?)`;
  const global =
    near === undefined && /^[A-Z][A-Z0-9_]*$/.test(name)
      ? "; global variables are set in [globals] only"
      : "";
  return {
    ...namePlace(option),
    message: `[general] of extensions.conf has no ${quoted(name)}${meant}: Asterisk ignores the line without a message${global}`,
    fixes: near === undefined ? [] : writtenAt(place, near, `Change to "${near}"`, false),
  };
}
