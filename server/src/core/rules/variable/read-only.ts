import { isBuiltin } from "../../catalog/variables.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const readOnlyVariable: DialplanRule = {
  id: "variable/read-only",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Assignment to a variable that Asterisk answers itself",
  *check(dialplan, { installation }) {
    for (const { step, writes } of installation.steps(dialplan).writing) {
      for (const { variable, nameStart, nameEnd } of writes) {
        if (variable === undefined || !isBuiltin(variable)) continue;
        yield {
          ...placeIn(step.option, { start: nameStart, end: nameEnd }),
          message: `Asterisk answers ${quoted(variable)} itself: whatever is assigned to it, reading gives what Asterisk knows`,
        };
      }
    }
  },
};
