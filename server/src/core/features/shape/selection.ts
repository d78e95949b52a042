// What a selection grows to: a word, an argument, a call, the value, the line, the extension, the section, the file.

import { isReserved } from "../../dialplan/contexts.ts";
import { stepWord } from "../../dialplan/statement.ts";
import { type Call, readCall } from "../../dialplan/step/call.ts";
import { stepPieces } from "../../dialplan/step-line.ts";
import type { Part, Text } from "../../dialplan/substitution/text.ts";
import { type Line, modifierSpan, type OptionLine, sourceSpan } from "../../syntax/line.ts";
import { isBlank } from "../../text/ascii.ts";
import { firstIndex } from "../../text/first-index.ts";
import type { Span } from "../../text/span.ts";
import type { Subject } from "../subject.ts";
import { isDialplan } from "../subject.ts";
import { linesOf } from "../subject-file.ts";
import { type Fold, folds } from "./folding.ts";
import { physicalLinesOf } from "./lines-of.ts";

/** The spans around each offset, each within the next; the last is the file. */
export function selections(subject: Subject, offsets: readonly number[]): Span[][] {
  const found = folds(subject);
  return offsets.map((offset) =>
    selection(subject, found, Math.min(Math.max(0, offset), subject.text.length)),
  );
}

function selection(subject: Subject, found: readonly Fold[], offset: number): Span[] {
  const { text } = subject;
  const spans: Span[] = [wordAt(text, offset)];
  const physical = lineAt(physicalLinesOf(subject), offset);
  const { line } = physical;
  if (line !== undefined) spans.push(...inLine(subject, line));
  const from =
    physical.start + (/^[ \t\ufeff]*/.exec(text.slice(physical.start, physical.end))?.[0].length ?? 0);
  spans.push({ start: Math.min(from, physical.end), end: physical.end });
  for (const { span } of found) spans.push(span);
  spans.push({ start: 0, end: text.length });
  return nested(spans, offset);
}

/** Those that hold the offset, from the smallest on, without what only overlaps. */
function nested(spans: readonly Span[], offset: number): Span[] {
  const around = spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((left, right) => left.end - left.start - (right.end - right.start));
  const kept: Span[] = [];
  for (const span of around) {
    const last = kept[kept.length - 1];
    if (last === undefined || (span.start <= last.start && span.end >= last.end && !isSame(span, last)))
      kept.push(span);
  }
  return kept;
}

function isSame(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}

function lineAt<Item extends Span>(lines: readonly Item[], offset: number): Item {
  const behind = firstIndex(lines, ({ start }) => start > offset);
  return lines[Math.max(0, behind - 1)] as Item;
}

const word = /[\w\u0080-\uffff]/;

/** Letters and digits; in front of them nothing. */
function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && word.test(text[start - 1] ?? "")) start--;
  while (end < text.length && word.test(text[end] ?? "")) end++;
  return { start, end };
}

function inLine(subject: Subject, line: Line): Span[] {
  if (line.kind === "section") {
    const spans = line.modifiers.map((item) => modifierSpan(line, item));
    return [
      ...spans,
      sourceSpan(line, line.nameStart, line.nameEnd),
      sourceSpan(line, line.nameStart - 1, line.restStart),
    ];
  }
  if (line.kind === "directive") {
    const whole = sourceSpan(line, line.wordStart - 1, Math.max(line.wordEnd, line.argumentEnd));
    return [sourceSpan(line, line.argumentStart, line.argumentEnd), whole];
  }
  if (line.kind === "malformed") return [sourceSpan(line, line.textStart, line.textEnd)];
  const inValue = isStepLine(subject, line) ? stepSpans(subject, line) : itemSpans(line.value);
  const { start } = sourceSpan(line, line.nameStart, line.nameEnd);
  const value = sourceSpan(line, line.valueStart, line.valueEnd);
  return [
    ...inValue.map((span) => sourceSpan(line, line.valueStart + span.start, line.valueStart + span.end)),
    sourceSpan(line, line.nameStart, line.nameEnd),
    value,
    { start, end: Math.max(start, value.end) },
  ];
}

/** Whether it is a step of a dialplan, and not an option of [general]. */
function isStepLine(subject: Subject, line: OptionLine): boolean {
  if (!isDialplan(subject) || stepWord(line) === undefined) return false;
  let header = "";
  for (const other of linesOf(subject)) {
    if (other.number > line.number) break;
    if (other.kind === "section") header = other.name;
  }
  return !isReserved(header);
}

/** The items of a list. */
function itemSpans(value: string): Span[] {
  if (!value.includes(",")) return [];
  const spans: Span[] = [];
  let start = 0;
  for (const item of value.split(",")) {
    const end = start + item.length;
    spans.push(trimmed(value, start, end));
    start = end + 1;
  }
  return spans;
}

function trimmed(value: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(value.charCodeAt(start))) start++;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Name, priority, label, application, and what is in the call. Offsets count in the value. */
function stepSpans(subject: Subject, line: OptionLine): Span[] {
  const { name, priority, label, application, data, restStart } = stepPieces(
    line.value,
    stepWord(line) === "same",
  );
  const spans: Span[] = [priority, application, { start: application.start, end: restStart }, data];
  if (name !== undefined) spans.push(name);
  if (label !== undefined) spans.push(label);
  callSpans(readCall({ option: line, application, data }, subject.installation.dialplanCatalog), spans);
  return spans;
}

function callSpans({ source, data, application, arguments: given, inner }: Call, spans: Span[]): void {
  if (application.start < application.end) spans.push(application);
  spans.push({ start: data.start, end: data.end });
  const after = source[data.end] === ")" ? data.end + 1 : data.end;
  spans.push({ start: application.start, end: after });
  for (const { start, end, text } of given) {
    spans.push({ start, end });
    textSpans(text, spans);
  }
  for (const { call } of inner) callSpans(call, spans);
}

function textSpans({ parts }: Text, spans: Span[]): void {
  for (const part of parts) partSpans(part, spans);
}

function partSpans(part: Part, spans: Span[]): void {
  if (part.kind === "literal") return;
  spans.push({ start: part.start, end: part.end });
  if (part.kind === "expression") {
    spans.push({ start: part.body.start, end: part.body.end });
    textSpans(part.body, spans);
    return;
  }
  spans.push(
    { start: part.inner.start, end: part.inner.end },
    { start: part.name.start, end: part.name.end },
  );
  if (part.kind === "function") spans.push({ start: part.arguments.start, end: part.arguments.end });
  textSpans(part.inner, spans);
}
