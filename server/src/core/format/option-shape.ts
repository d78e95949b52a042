// The blanks around the pieces of an option line: all that formatting ever changes of it.

import { isReserved } from "../dialplan/contexts.ts";
import { stepWord } from "../dialplan/statement.ts";
import { stepPieces } from "../dialplan/step-line.ts";
import { type OptionLine, sourceSpan } from "../syntax/line.ts";
import type { PhysicalLine } from "../syntax/physical-lines.ts";
import type { Span } from "../text/span.ts";

export interface OptionShape {
  readonly line: PhysicalLine;
  /** What it is in a dialplan: a step, another statement of a context, or undefined for an option. */
  readonly statement: "exten" | "same" | "other" | undefined;
  readonly arrow: boolean;
  /** Before the name, before the operator and behind it. */
  readonly indentation: Span;
  readonly before: Span;
  readonly after: Span;
  readonly hasValue: boolean;
  /** Between the value and the comment behind it; undefined where there is none. */
  readonly comment: Span | undefined;
  /** Blanks that pbx_config skips around the priority and before the application. */
  readonly skipped: readonly Span[];
}

/** A line that is longer stays as it is: one blank more could be too much for Asterisk. */
const longestLine = 2000;

/** Marks of the languages that people write configuration templates in. */
const templateMark = /\{[{%#]|[%#]\}|%%|<%|%>/;

const control = /[\0-\x08\x0b-\x1f\ufeff]/;

/** Whether a line is left as it is, whatever it says. */
export function isUntouched(text: string, { start, end, kind, line }: PhysicalLine): boolean {
  if (kind === "block" || line?.kind === "malformed" || end - start > longestLine) return true;
  const written = text.slice(start, end);
  return control.test(written) || templateMark.test(written);
}

/** Undefined for a line that is no option, or that must stay as it is. */
function optionShape(
  text: string,
  physical: PhysicalLine,
  context: boolean,
  skips: boolean,
): OptionShape | undefined {
  const { line, start, end } = physical;
  if (line?.kind !== "option" || line.operator === "+=" || isUntouched(text, physical)) return undefined;
  const name = sourceSpan(line, line.nameStart, line.nameEnd);
  const indentation = { start, end: name.start };
  const before = { start: name.end, end: blanksEnd(text, name.end, end) };
  const operatorEnd = before.end + (line.operator === "=>" ? 2 : 1);
  const after = { start: operatorEnd, end: blanksEnd(text, operatorEnd, end) };
  if (!isBlankSpan(text, indentation) || text.slice(before.end, operatorEnd) !== line.operator)
    return undefined;
  // "a+ =b" and "a= >b" would become "+=" and "=>".
  if (text[name.end - 1] === "+" || text[after.end] === ">") return undefined;
  const hasValue = line.value !== "";
  return {
    line: physical,
    statement: context ? (stepWord(line) ?? "other") : undefined,
    arrow: line.operator === "=>",
    indentation,
    before,
    after,
    hasValue,
    comment: hasValue ? commentGap(text, line, end) : undefined,
    skipped: context && skips && line.cooked === undefined ? skippedBlanks(text, line) : [],
  };
}

function commentGap(text: string, line: OptionLine, end: number): Span | undefined {
  if (line.cooked !== undefined) return undefined;
  const gap = { start: line.valueEnd, end: blanksEnd(text, line.valueEnd, end) };
  return text[gap.end] === ";" && !text.slice(gap.start, gap.end).includes("\t") ? gap : undefined;
}

function skippedBlanks(text: string, line: OptionLine): Span[] {
  const word = stepWord(line);
  if (word === undefined) return [];
  const { name, priority, application } = stepPieces(line.value, word === "same");
  const comma = line.value.indexOf(",", priority.end);
  const gaps = [{ start: name === undefined ? 0 : name.end + 1, end: priority.start }];
  if (comma >= 0)
    gaps.push({ start: priority.end, end: comma }, { start: comma + 1, end: application.start });
  return gaps
    .map(({ start, end }) => ({ start: line.valueStart + start, end: line.valueStart + end }))
    .filter((gap) => gap.start < gap.end && isBlankSpan(text, gap));
}

function blanksEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === " " || text[at] === "\t")) at++;
  return at;
}

function isBlankSpan(text: string, { start, end }: Span): boolean {
  return blanksEnd(text, start, end) === end;
}

/** The shapes of all options by the index of their line. */
export function optionShapes(
  text: string,
  lines: readonly PhysicalLine[],
  dialplan: boolean,
): readonly (OptionShape | undefined)[] {
  let context = dialplan;
  // A section of variables that inherits steps would hold them with all their blanks.
  const skips = !lines.some(
    ({ line }) => line?.kind === "section" && isReserved(line.name) && line.modifiers.length > 0,
  );
  return lines.map((physical) => {
    if (physical.line?.kind === "section") context = dialplan && !isReserved(physical.line.name);
    return optionShape(text, physical, context, skips);
  });
}
