import type { BinaryNode, ExpressionNode } from "../../dialplan/expression/parse.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsWith, isConstant, quoteOf, type WrittenExpression } from "./expressions.ts";
import { shown } from "./words.ts";

export const notANumber: DialplanRule = {
  id: "expression/not-a-number",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Calculation with a word or a quoted text",
  *check(dialplan, { installation }) {
    for (const expression of expressionsWith(dialplan, installation, ["+", "-", "*", "/", "%"])) {
      if (expression.fault !== undefined) continue;
      for (const node of expression.parsed.nodes) {
        if (node.kind !== "binary" || !"+-*/%".includes(node.operator)) continue;
        const operand = [node.left, node.right].find(isText);
        if (operand === undefined) continue;
        yield finding(expression, node, operand);
        break;
      }
    }
  },
};

/** Whether it is no number whatever the substitutions in it yield. */
function isText(node: ExpressionNode): boolean {
  if (node.kind !== "value" || node.token.numeric) return false;
  if (quoteOf(node) !== undefined) return true;
  return isConstant(node.token.text) && !/^[0-9.]+$/.test(node.token.text);
}

function finding(
  { option, place, written }: WrittenExpression,
  node: BinaryNode,
  operand: ExpressionNode,
): Finding {
  const text = shown(written(operand));
  // Asterisk says nothing of a text behind "+".
  const silent = node.operator === "+" && operand === node.right;
  const quotes = quoteOf(operand) === undefined ? "" : ", since the quotes belong to it";
  const minus =
    node.operator === "-" && quotes === ""
      ? '; outside quotes "-" is a minus sign: put the text in quotes'
      : "";
  return {
    ...placeIn(option, place(operand)),
    message: `${text} is no number${quotes}, so Asterisk cannot calculate ${quoted(written(node))}${minus}`,
    runtimeLog: silent ? [] : ["non-numeric argument"],
  };
}
