import type { DialplanRule } from "../rule.ts";
import { variableReads } from "../variable/reads.ts";
import { quoted } from "../words.ts";
import { setCalls } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";

export const setBlankInName: DialplanRule = {
  id: "application/set-blank-in-name",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Blank around the name that Set writes to",
  *check(dialplan, { installation }) {
    const read = new Set(variableReads(dialplan, installation).map(({ name }) => name));
    for (const { line, call } of setCalls(dialplan, installation)) {
      const [name, value] = call.arguments;
      if (name === undefined || value === undefined) continue;
      const trimmed = name.raw.trim();
      if (trimmed === name.raw || trimmed === "") continue;
      const behind = name.raw.trimEnd() !== name.raw;
      const isFunction = trimmed.endsWith(")") && trimmed.includes("(");
      const what =
        behind && isFunction
          ? `a variable ${quoted(name.raw)} instead of calling the function`
          : `a variable ${quoted(name.raw)}, not ${quoted(trimmed)}`;
      const blanks = value.raw.length - value.raw.trimStart().length;
      const end = behind ? value.start + blanks : value.start;
      yield {
        ...placeOf(line, name),
        message: `The blank counts as part of the name: Asterisk sets ${what}`,
        runtimeLog:
          name.value === undefined || value.value === undefined
            ? []
            : [
                `Please avoid unnecessary spaces on variables as it may lead to unexpected results ('${name.raw}' set to '${value.raw}').`,
              ],
        // Who reads it with its blank has to change as well.
        fixes: rewritten(
          line,
          { start: name.start, end },
          `${trimmed}=`,
          "Remove the blanks",
          !read.has(name.raw) && !read.has(name.raw.replace(/^_+/, "")),
        ),
      };
    }
  },
};
