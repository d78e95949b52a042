import { hole } from "../../dialplan/expression/holes.ts";
import type { BinaryNode, ExpressionNode } from "../../dialplan/expression/parse.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { constantText } from "../../dialplan/substitution/text.ts";
import type { Installation } from "../../workspace/installation.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding, Fix } from "../rule.ts";
import { expressionsWith, isConstant, quoteOf, type WrittenExpression } from "./expressions.ts";
import { neverQuoted, partAt, type Unquoted } from "./never-quoted.ts";
import { shown } from "./words.ts";

export const halfQuoted: DialplanRule = {
  id: "expression/half-quoted",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Comparison with quotes on one side only",
  *check(dialplan, { installation }) {
    const unquoted = neverQuoted(dialplan, installation);
    const single = neverInSingleQuotes(dialplan, installation);
    for (const expression of expressionsWith(dialplan, installation, ["=", "!=", "<", "<=", ">", ">="])) {
      if (expression.fault !== undefined) continue;
      for (const node of expression.parsed.nodes) {
        if (node.kind !== "binary" || !comparisons.has(node.operator)) continue;
        const bare = bareSide(expression, node, unquoted, single);
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
  single: Unquoted,
): ExpressionNode | undefined {
  const quotes = [quoteOf(left), quoteOf(right)];
  if (quotes[0] !== undefined && quotes[1] !== undefined) return quotes[0] === quotes[1] ? undefined : right;
  const [bare, quote] = quotes[0] === undefined ? [left, quotes[1]] : [right, quotes[0]];
  if (quote === undefined) return undefined;
  return isBare(expression, bare, quote, quote === "'" ? single : unquoted) ? bare : undefined;
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
    fixes: operator === "=" || operator === "!=" ? fixOf(expression, bare, other) : [],
  };
}

/** Nobody else than the dialplan itself puts single quotes around a value, since they quote nothing. */
function neverInSingleQuotes(dialplan: Dialplan, installation: Installation): Unquoted {
  const plain = neverQuoted(dialplan, installation);
  const others = new Set<string>();
  for (const { step, writes } of installation.steps(dialplan).writing) {
    for (const { variable: name, function: use, value } of writes) {
      const written = name ?? use?.arguments[0]?.value;
      if (written !== undefined && step.option.value.slice(value.start, value.end).includes("'"))
        others.add(written);
    }
  }
  for (const [name, value] of dialplan.globals) if (value?.includes("'") !== false) others.add(name);
  return (source, body, hole) => {
    const part = body.parts.length === 0 ? undefined : partAt(body, hole);
    const name = part?.kind === "variable" ? constantText(source, part.name) : undefined;
    return (name !== undefined && !others.has(name)) || plain(source, body, hole);
  };
}

function fixOf(
  { option, place }: WrittenExpression,
  bare: ExpressionNode,
  other: ExpressionNode,
): readonly Fix[] {
  if (bare.kind !== "value" || quoteOf(bare) !== undefined) return [];
  const { start, end } = place(bare);
  const text = option.value.slice(start, end);
  if (/["']/.test(text)) return [];
  const pieces = [{ start, end, text: `"${text}"` }];
  if (quoteOf(other) === "'") {
    const there = place(other);
    const inner = option.value.slice(there.start + 1, there.end - 1);
    if (inner.includes('"')) return [];
    pieces.push({ ...there, text: `"${inner}"` });
  }
  return changes(option, pieces, "Put both sides in quotes", true);
}
