import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
import { placeOf } from "./places.ts";
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
      const closing = value[start + 1] === "[" ? "]" : "}";
      const rest = value.slice(line.step.restStart).trim();
      const dropped = rest === "" ? "" : `, and drops ${quoted(rest)} behind the last ")"`;
      yield {
        ...placeOf(line, { start, end }),
        message: `Nothing closes ${quoted(value.slice(start, start + 2))}: Asterisk takes all the rest of the arguments for what stands in it${dropped}; add "${closing}"`,
        runtimeLog: [`Error in extension logic (missing '${closing}')`],
      };
    }
  },
};
