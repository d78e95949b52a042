import { namePlace } from "../../config/option-span.ts";
import type { ConfigSection } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { isStatement, sectionsNamed } from "./general.ts";

export const outsideContext: DialplanRule = {
  id: "dialplan/outside-context",
  on: "dialplan",
  effect: "line-ignored",
  summary: "exten, include and the like in [general] or [globals]",
  *check({ load }) {
    const sections = [...sectionsNamed(load, "general"), ...sectionsNamed(load, "globals")];
    for (const section of sections) yield* findings(section);
  },
};

/** One for each row of such lines: a header is missing above it. */
function* findings(section: ConfigSection): Generator<Finding> {
  const rows: (typeof section.options)[] = [];
  let before = false;
  for (const option of section.options) {
    const row = rows.at(-1);
    const is = isStatement(option);
    if (is && before && row !== undefined) rows[rows.length - 1] = [...row.slice(0, 1), option];
    else if (is) rows.push([option]);
    before = is;
  }
  for (const [first] of rows) {
    if (first === undefined) continue;
    const inGlobals = asciiLower(section.name) === "globals";
    yield {
      ...namePlace(first),
      message: inGlobals
        ? `[globals] is no context: Asterisk makes a variable named ${quoted(first.name)} of this line, and no extension`
        : `[general] is no context: Asterisk ignores ${quoted(first.name)} here without a message`,
    };
  }
}
