import type { Part } from "../../dialplan/substitution/text.ts";
import { isBlank } from "../../text/ascii.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { type Condition, conditionsOf } from "./conditions.ts";
import { expressionsOf } from "./expressions.ts";

export const conditionWithoutExpression: DialplanRule = {
  id: "expression/condition-without-expression",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Condition that compares nothing, since it is no expression",
  *check(dialplan, { installation }) {
    const faulty = new Set(
      expressionsOf(dialplan, installation)
        .filter(({ fault }) => fault !== undefined)
        .map(({ option }) => option),
    );
    for (const condition of conditionsOf(dialplan, installation)) {
      const { option, source, text } = condition;
      // A quote in the wrong place makes both of it.
      if (faulty.has(option)) continue;
      if (!text.parts.every((part) => part.kind === "literal" || part.closed)) continue;
      const start = skipBlanks(source, text.start, text.end);
      const first = text.parts.find((part) => part.end > start);
      if (first === undefined || !hasOperator(condition)) continue;
      const begins = first.kind === "literal" ? beginning(source, start, text.parts) : "substitution";
      if (begins !== undefined) yield finding(condition, start, begins);
    }
  },
};

/** A text is always true, a number what it is, and only a running Asterisk knows what a substitution yields. */
type Beginning = "text" | "substitution";

/** Undefined where a number stands there, as in a condition that is meant to be constant. */
function beginning(source: string, start: number, parts: readonly Part[]): Beginning | undefined {
  if (/[-+0-9]/.test(source[start] ?? "")) return parts.length > 1 ? "substitution" : undefined;
  return "text";
}

/** Whether an operator or a quote stands outside of all substitutions. */
function hasOperator({ source, text }: Condition): boolean {
  return text.parts.some(
    (part) => part.kind === "literal" && /[=<>!&|"]|\[/.test(source.slice(part.start, part.end)),
  );
}

function finding({ option, source, text, of }: Condition, start: number, begins: Beginning): Finding {
  const { end } = text;
  const written = source.slice(start, end);
  const place = { start, end };
  const hasExpression = text.parts.some(({ kind }) => kind === "expression");
  const quotedWhole = /^"(.*)"\s*$/s.exec(written)?.[1];
  const fixes =
    hasExpression &&
    quotedWhole !== undefined &&
    text.parts.filter(({ kind }) => kind !== "literal").length === 1
      ? changes(option, [{ ...place, text: quotedWhole }], "Remove the quotes", false)
      : hasExpression
        ? []
        : written.startsWith("[") && written.trimEnd().endsWith("]")
          ? changes(option, [{ ...place, text: `$${written}` }], 'Add "$"', true)
          : changes(option, [{ ...place, text: `$[${written}]` }], "Make it an expression", false);
  const what = hasExpression
    ? "and not all of this stands in one $[...]"
    : "and this has no $[...] around it";
  return {
    ...placeIn(option, place),
    message:
      begins === "text"
        ? `${of} only compares in $[...], ${what}: ${quoted(written)} is a text, which is always true`
        : `${of} only compares in $[...], ${what}: only the number counts with which ${quoted(written)} begins`,
    fixes,
  };
}

function skipBlanks(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(source.charCodeAt(at))) at++;
  return at;
}
