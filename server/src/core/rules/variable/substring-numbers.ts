import { constantText } from "../../dialplan/substitution/text.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { variableReads } from "./reads.ts";

export const substringNumbers: DialplanRule = {
  id: "variable/substring-numbers",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Part of a variable without a number",
  *check(dialplan, { installation }) {
    for (const { option, source, name, part } of variableReads(dialplan, installation)) {
      const { substring } = part;
      const text = substring === undefined ? undefined : constantText(source, substring);
      if (substring === undefined || text === undefined || isRange(text)) continue;
      const isDefault = /^[-=+?]/.test(text) && !/^[-+][0-9]/.test(text);
      yield {
        ...placeIn(option, { start: substring.start - 1, end: substring.end }),
        message: `Behind ":" Asterisk expects the numbers of an offset and a length, and finds ${quoted(text)}: ${
          isDefault
            ? `it knows no default values, and gives ${quoted(name)} as it is`
            : /^\s*[-+]?[0-9]/.test(text)
              ? "it takes the offset alone"
              : `it gives the whole of ${quoted(name)}`
        }`,
      };
    }
  },
};

/** "1", "1:2" or "1:"; whatever follows the numbers is left out of account and does no harm. */
function isRange(text: string): boolean {
  return /^\s*[-+]?[0-9]+[^:0-9]*$|^\s*[-+]?[0-9]+:(\s*[-+]?[0-9].*)?$/s.test(text);
}
