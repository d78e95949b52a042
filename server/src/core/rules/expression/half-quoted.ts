import { hole } from "../../dialplan/expression/holes.ts";
import type { BinaryNode, ExpressionNode } from "../../dialplan/expression/parse.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding, Fix } from "../rule.ts";
import { expressionsWith, isConstant, quoteOf, type WrittenExpression } from "./expressions.ts";
import { neverQuoted, type Unquoted } from "./never-quoted.ts";
import { shown } from "./words.ts";

export const halfQuoted: DialplanRule = {
  id: "expression/half-quoted",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Comparison with quotes on one side only",
  *check(dialplan, { installation }) {
    const unquoted = neverQuoted(dialplan, installation);
    for (const expression of expressionsWith(dialplan, installation, ["=", "!=", "<", "<=", ">", ">="])) {
      if (expression.fault !== undefined) continue;
      for (const node of expression.parsed.nodes) {
        if (node.kind !== "binary" || !comparisons.has(node.operator)) continue;
        const bare = bareSide(expression, node, unquoted);
        if (bare !== undefined) yield finding(expression, node, bare);
      }
    }
  },
};

const comparisons: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);

/** The side without the quotes of the other one, where that is certain. */
function bareSide(
  expression: WrittenExpression,
  { left, right }: BinaryNode,
  unquoted: Unquoted,
): ExpressionNode | undefined {
  const quotes = [quoteOf(left), quoteOf(right)];
  if (quotes[0] !== undefined && quotes[1] !== undefined) return quotes[0] === quotes[1] ? undefined : right;
  const [bare, quote] = quotes[0] === undefined ? [left, quotes[1]] : [right, quotes[0]];
  if (quote === undefined) return undefined;
  return isBare(expression, bare, quote, unquoted) ? bare : undefined;
}

/** Whether the value cannot begin and end with that quote. */
function isBare(
  { source, part }: WrittenExpression,
  node: ExpressionNode,
  quote: string,
  unquoted: Unquoted,
): boolean {
  if (node.kind === "binary") return "+-*/%".includes(node.operator);
  if (node.kind !== "value") return false;
  const { text, start } = node.token;
  if (isConstant(text)) return true;
  const [first = "", last = ""] = [text[0], text[text.length - 1]];
  if ((first !== hole && first !== quote) || (last !== hole && last !== quote)) return true;
  if (text !== hole) return false;
  return unquoted(source, part.body, start);
}

function finding(expression: WrittenExpression, node: BinaryNode, bare: ExpressionNode): Finding {
  const { option, place, written } = expression;
  const { operator } = node;
  const always =
    operator === "="
      ? ", so this is never true"
      : operator === "!="
        ? ", so this is always true"
        : ": this compares texts, not numbers, and the quote comes before every digit and letter";
  const other = bare === node.left ? node.right : node.left;
  return {
    ...placeIn(option, place(node)),
    message: `The quotes around ${shown(written(other))} belong to its value, and ${shown(written(bare))} has none${quoteOf(bare) === undefined ? "" : " of that kind"}${always}`,
    fixes: operator === "=" || operator === "!=" ? fixOf(expression, bare, quoteOf(other) ?? '"') : [],
  };
}

function fixOf({ option, place }: WrittenExpression, bare: ExpressionNode, quote: string): readonly Fix[] {
  if (bare.kind !== "value" || quoteOf(bare) !== undefined) return [];
  const { start, end } = place(bare);
  const text = option.value.slice(start, end);
  if (/["']/.test(text)) return [];
  return changes(option, [{ start, end, text: `${quote}${text}${quote}` }], "Put both sides in quotes", true);
}
