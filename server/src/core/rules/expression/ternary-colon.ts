import type { Token } from "../../dialplan/expression/tokens.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { expressionsWith, type WrittenExpression } from "./expressions.ts";
import { syntaxLog } from "./words.ts";

export const ternaryColon: DialplanRule = {
  id: "expression/ternary-colon",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Choice with a single colon in an expression",
  *check(dialplan, { installation }) {
    for (const expression of expressionsWith(dialplan, installation, ["?"])) {
      const [colon, ...more] = elseColons(expression);
      if (colon === undefined) continue;
      const { option, place, fault, parsed } = expression;
      const at = place(colon);
      yield {
        ...placeIn(option, at),
        message: `In an expression a single ":" compares with a regular expression: write "::" between the two values behind "?"; Asterisk logs a syntax error and takes 0`,
        runtimeLog: parsed.fault === undefined ? [] : [syntaxLog(parsed.fault.message)],
        fixes:
          more.length > 0
            ? []
            : changes(option, [{ ...at, text: "::" }], 'Change to "::"', fault !== undefined),
      };
    }
  },
};

/** The single colons behind a "?" where no "::" is; empty where the expression is another. */
export function elseColons({ tokens }: WrittenExpression): readonly Token[] {
  const question = tokens.findIndex(({ kind }) => kind === "?");
  if (question < 0 || tokens.some(({ kind }) => kind === "::")) return [];
  return tokens.slice(question + 1).filter(({ kind }) => kind === ":");
}
