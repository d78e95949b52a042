import { variable } from "../../catalog/variables.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { variableReads } from "../variable/reads.ts";
import { quoted } from "../words.ts";

export const withoutParentheses: DialplanRule = {
  id: "function/without-parentheses",
  on: "dialplan",
  effect: "not-checked",
  summary: "Name of a function that is read like a variable",
  *check(dialplan, { installation }) {
    const { functions } = installation.dialplanCatalog;
    const { written } = installation.steps(dialplan);
    for (const { option, name, start, end } of variableReads(dialplan, installation)) {
      if (functions.function(name) === undefined || written.has(name) || dialplan.globals.has(name)) continue;
      if (variable(name) !== undefined) continue;
      yield {
        ...placeIn(option, { start, end }),
        message: `Without parentheses ${quoted(name)} is a variable and not the function, and nothing here sets it`,
      };
    }
  },
};
