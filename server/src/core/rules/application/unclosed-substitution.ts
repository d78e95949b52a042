import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { placeOf, rewritten } from "./places.ts";
import { shapesOf } from "./shape.ts";

export const unclosedSubstitution: DialplanRule = {
  id: "application/unclosed-substitution",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable or expression whose bracket is not closed",
  *check(dialplan, { installation }) {
    for (const { kind, line, start, end } of shapesOf(dialplan, installation)) {
      if (kind !== "unclosed-substitution") continue;
      const { value } = line.step.option;
      const ending = missingAtEnd(value, start, line.step.data.end);
      const closing = ending !== undefined ? ending.text : value[start + 1] === "[" ? "]" : "}";
      const bracket = value[start + 1] === "[" ? "]" : "}";
      const rest = value.slice(line.step.restStart).trim();
      const dropped = rest === "" ? "" : `, and drops ${quoted(rest)} behind the last ")"`;
      yield {
        ...placeOf(line, { start, end }),
        message: `Nothing closes ${quoted(value.slice(start, start + 2))}: Asterisk takes all the rest of the arguments for what stands in it${dropped}; add "${closing}"`,
        runtimeLog: [`Error in extension logic (missing '${bracket}')`],
        fixes:
          ending === undefined
            ? []
            : rewritten(
                line,
                { start: ending.at, end: ending.at },
                closing,
                `Write ${quoted(closing)} at the end`,
                false,
              ),
      };
    }
  },
};

/** What is missing behind a variable or function that ends the arguments: "}", or "})" where its last ")" is theirs. */
function missingAtEnd(
  value: string,
  start: number,
  end: number,
): { readonly at: number; readonly text: string } | undefined {
  if (end + 1 !== value.trimEnd().length) return undefined;
  const open = /^\$\{\w+(\([^(){}$]*\)?)?$/.exec(value.slice(start, end));
  if (open === null) return undefined;
  const [, given = ")"] = open;
  return given.endsWith(")") ? { at: end, text: "}" } : { at: end + 1, text: "})" };
}
