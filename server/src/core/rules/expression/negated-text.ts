import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { expressionsWith, isConstant, quoteOf } from "./expressions.ts";
import { shown } from "./words.ts";

export const negatedText: DialplanRule = {
  id: "expression/negated-text",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Negation of a text, which is always true",
  *check(dialplan, { installation }) {
    for (const { option, parsed, fault, place, written } of expressionsWith(dialplan, installation, ["!"])) {
      if (fault !== undefined) continue;
      for (const node of parsed.nodes) {
        if (node.kind !== "unary" || node.operator !== "!" || node.operand.kind !== "value") continue;
        const { operand } = node;
        const text = operand.token.text;
        if (quoteOf(operand) === undefined && !(isConstant(text) && /^[A-Za-z_]/.test(text))) continue;
        yield {
          ...placeIn(option, place(node)),
          message: `"!" asks for a number: ${shown(written(operand))} begins with none, so this is always 1; compare with "=" or "!=" instead`,
        };
      }
    }
  },
};
