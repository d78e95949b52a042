import type { BinaryNode, ExpressionNode } from "../../dialplan/expression/parse.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding, Fix } from "../rule.ts";
import { expressionsWith, isConstant, quoteOf, type WrittenExpression } from "./expressions.ts";
import { shown } from "./words.ts";

export const constantOperand: DialplanRule = {
  id: "expression/constant-operand",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Text beside | or & that compares with nothing, and is always true",
  *check(dialplan, { installation }) {
    for (const expression of expressionsWith(dialplan, installation, ["|", "&"])) {
      if (expression.fault !== undefined) continue;
      const inner = new Set<ExpressionNode>();
      for (const node of expression.parsed.nodes.toReversed()) {
        if (!isJoined(node)) continue;
        if (isJoined(node.left) && node.left.operator === node.operator) inner.add(node.left);
        if (!inner.has(node)) yield* findings(expression, node);
      }
    }
  },
};

type Joined = BinaryNode & { readonly operator: "|" | "&" };

function isJoined(node: ExpressionNode): node is Joined {
  return node.kind === "binary" && (node.operator === "|" || node.operator === "&");
}

/** The operands of `a | b | c`. */
function operandsOf(node: Joined): ExpressionNode[] {
  const found: ExpressionNode[] = [];
  let at: ExpressionNode = node;
  while (isJoined(at) && at.operator === node.operator) {
    found.push(at.right);
    at = at.left;
  }
  found.push(at);
  return found.reverse();
}

function findings(expression: WrittenExpression, node: Joined): Finding[] {
  const operands = operandsOf(node);
  const compared = operands.find(
    (each) => each.kind === "binary" && (each.operator === "=" || each.operator === "!="),
  );
  const constants = operands.filter(isTrueText);
  const [first] = constants;
  // Beside anything but a comparison the text may be meant as a value.
  if (compared === undefined || first === undefined) return [];
  const { option, place, written } = expression;
  const outcome =
    node.operator === "|" ? "so that all of it is always true" : `so that it changes nothing beside "&"`;
  return [
    {
      ...placeIn(option, place(first)),
      message: `${shown(written(first))} is compared with nothing: a text is true by itself, ${outcome}`,
      fixes: fixOf(expression, compared, constants),
    },
  ];
}

/** A text that is neither empty nor zero; a quoted one never is. */
function isTrueText(node: ExpressionNode): boolean {
  if (node.kind !== "value" || !isConstant(node.token.text)) return false;
  return quoteOf(node) === '"' || /^[A-Za-z_]/.test(node.token.text);
}

/** The same comparison for each of them. */
function fixOf(
  { option, place, written }: WrittenExpression,
  compared: ExpressionNode,
  constants: readonly ExpressionNode[],
): readonly Fix[] {
  if (compared.kind !== "binary") return [];
  const beginning = `${written(compared.left)} ${compared.operator} `;
  const pieces = constants.map((node) => {
    const { start } = place(node);
    return { start, end: start, text: beginning };
  });
  return changes(option, pieces, "Compare it, too", false);
}
