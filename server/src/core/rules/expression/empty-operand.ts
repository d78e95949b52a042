import { hole } from "../../dialplan/expression/holes.ts";
import { type BinaryNode, type ExpressionNode, parseExpression } from "../../dialplan/expression/parse.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsWith, isConstant } from "./expressions.ts";
import { syntaxLog } from "./words.ts";

export const emptyOperand: DialplanRule = {
  id: "expression/empty-operand",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Question whether something is empty that fails where it is",
  *check(dialplan, { installation }) {
    for (const expression of expressionsWith(dialplan, installation, ["=", "!="])) {
      const { option, text, parsed, fault, place, written } = expression;
      if (fault !== undefined) continue;
      for (const node of parsed.nodes) {
        const operand = node.kind === "binary" ? comparedWithNothing(node) : undefined;
        if (operand === undefined) continue;
        const at = place(operand);
        const left = text.slice(0, operand.start) + text.slice(operand.end);
        const failed = isConstant(left) ? parseExpression(left).fault : undefined;
        yield {
          ...placeIn(option, at),
          message: `Where ${quoted(written(operand))} is empty, nothing stands before the operator and Asterisk logs a syntax error instead of comparing: put it in quotes too`,
          runtimeLog: failed === undefined ? [] : [syntaxLog(failed.message)],
          fixes: changes(
            option,
            [{ ...at, text: `"${option.value.slice(at.start, at.end)}"` }],
            "Put it in quotes",
            true,
          ),
        };
      }
    }
  },
};

/** The substitution without quotes that is compared with `""`. */
function comparedWithNothing({ operator, left, right }: BinaryNode): ExpressionNode | undefined {
  if (operator !== "=" && operator !== "!=") return undefined;
  const [first, second] = [left, right].map((node) => (node.kind === "value" ? node.token.text : ""));
  if (first === hole && second === '""') return left;
  return second === hole && first === '""' ? right : undefined;
}
