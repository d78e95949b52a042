import { constantText } from "../../dialplan/substitution/text.ts";
import { placeIn } from "../dialplan/texts.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
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
      if (substring === undefined || text === undefined || /^\s*[-+]?[0-9]+(:\s*[-+]?[0-9]+)?\s*$/.test(text))
        continue;
      yield {
        ...placeIn(option, { start: substring.start - 1, end: substring.end }),
        message: `Behind ":" Asterisk expects an offset and a length, and finds ${quoted(text)}: what is no number is left out of account, so that ${quoted(name)} may come whole`,
      };
    }
  },
};
