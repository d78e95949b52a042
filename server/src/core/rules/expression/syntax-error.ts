import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsOf, isConstant, type WrittenExpression } from "./expressions.ts";
import { elseColons } from "./ternary-colon.ts";
import { syntaxLog } from "./words.ts";

export const syntaxError: DialplanRule = {
  id: "expression/syntax-error",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Expression that cannot be read whatever its variables hold",
  *check(dialplan, { installation }) {
    for (const expression of expressionsOf(dialplan, installation)) {
      if (expression.fault === undefined || elseColons(expression).length > 0) continue;
      yield finding(expression, expression.fault);
    }
  },
};

function finding(
  expression: WrittenExpression,
  {
    message,
    start,
    end,
  }: { readonly message: string | undefined; readonly start: number; readonly end: number },
): Finding {
  const { option, part, source, text } = expression;
  const atEnd = start >= part.body.end;
  const place = atEnd ? { start: part.end - 1, end: part.end } : { start, end: Math.max(end, start + 1) };
  const what = atEnd
    ? "the expression ends too early"
    : `${quoted(source.slice(place.start, place.end))} does not fit`;
  const equals = doubled(expression, start);
  return {
    ...placeIn(option, place),
    message: `${what[0]?.toUpperCase()}${what.slice(1)} here: Asterisk logs a syntax error and takes a part of the expression, or 0, for its value`,
    runtimeLog: message === undefined || !isConstant(text) ? [] : [syntaxLog(message)],
    fixes: equals,
  };
}

/** "===" is a typing error for "=", and "=>" for ">=". */
function doubled({ option, source }: WrittenExpression, start: number): Finding["fixes"] & object {
  if (source[start] === "=" && source.slice(start - 2, start) === "==")
    return changes(option, [{ start, end: start + 1, text: "" }], 'Change to "=="', true);
  return [];
}
