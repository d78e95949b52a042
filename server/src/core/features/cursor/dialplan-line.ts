// What stands at a cursor in a line of the dialplan, as far as it is typed.

import type { ArgumentSpec, DialplanEntry } from "../../catalog/dialplan-spec.ts";
import { type Argument, findLiteral, sliceText, splitText } from "../../dialplan/step/arguments.ts";
import { type Call, readCallIn } from "../../dialplan/step/call.ts";
import { functionRead } from "../../dialplan/step/functions.ts";
import { readLocation } from "../../dialplan/step/location.ts";
import { readOptions } from "../../dialplan/step/option-letters.ts";
import { stepPieces } from "../../dialplan/step-line.ts";
import { constantText, type FunctionRead, parseText, type Text } from "../../dialplan/substitution/text.ts";
import { type OptionLine, sourceSpan } from "../../syntax/line.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import type { Subject } from "../subject.ts";
import type { CallAt, CursorAt, LetterAt, LocationAt, SectionAt, StepAt, Token } from "./model.ts";

interface Where {
  readonly subject: Subject;
  readonly section: SectionAt;
  readonly at: number;
  readonly offset: number;
}

/** A value of a line, and the cursor in it; all offsets count in the value. */
class Value {
  readonly subject: Subject;
  readonly source: string;
  readonly at: number;
  readonly #line: OptionLine;
  readonly #offset: number;

  constructor(where: Where, line: OptionLine) {
    this.subject = where.subject;
    this.source = line.value;
    this.at = Math.min(Math.max(0, where.at - line.valueStart), line.value.length);
    this.#line = line;
    this.#offset = where.offset;
  }

  /** The cursor is behind all that is written, maybe with a blank between. */
  span(start: number, end: number): Span {
    const { valueStart } = this.#line;
    if (start >= end && start >= this.source.length) return { start: this.#offset, end: this.#offset };
    return sourceSpan(this.#line, valueStart + start, valueStart + Math.max(start, end));
  }

  token(start: number, end: number): Token {
    return { text: this.source.slice(start, Math.max(start, end)), span: this.span(start, end) };
  }

  /** The letters, digits and underscores around the cursor between two places. */
  word(start: number, end: number): Token {
    let from = Math.min(Math.max(this.at, start), end);
    let to = from;
    while (from > start && isWordUnit(this.source.charCodeAt(from - 1))) from--;
    while (to < end && isWordUnit(this.source.charCodeAt(to))) to++;
    return this.token(from, to);
  }
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95
  );
}

/** Undefined where the line is an ordinary option, as in [general]. */
export function dialplanCursor(where: Where, line: OptionLine, name: Token): CursorAt | undefined {
  const section = asciiLower(where.section.name);
  if (section === "general") return undefined;
  const value = new Value(where, line);
  const step: StepAt = { context: where.section.name, extension: undefined, calls: [] };
  if (section === "globals") {
    const text = parseText(value.source);
    return inSubstitution(value, text, { ...step, context: undefined });
  }
  const word = asciiLower(line.name);
  if (word === "exten" || word === "same") return stepCursor(value, word === "same", step, where, line);
  if (["include", "switch", "lswitch", "eswitch", "ignorepat"].includes(word)) {
    const inner = inSubstitution(value, parseText(value.source), step);
    if (inner !== undefined) return inner;
    const comma = word === "include" ? value.source.search(/[,|]/) : -1;
    const end = comma < 0 ? value.source.length : comma;
    return {
      kind: "statement",
      name,
      token: value.token(value.at <= end ? 0 : end + 1, value.at <= end ? end : value.source.length),
    };
  }
  return undefined;
}

function stepCursor(value: Value, same: boolean, base: StepAt, where: Where, line: OptionLine): CursorAt {
  const { source, at } = value;
  const read = stepPieces(source, same);
  const { priority, label, application } = read;
  const extension = read.name?.text ?? (same ? extensionBefore(where, line.start) : undefined);
  const step = { ...base, extension };
  if (read.name !== undefined && at <= read.name.end) {
    const inner = inSubstitution(value, parseText(source, 0, read.name.end), step);
    return inner ?? { kind: "extension-name", token: value.token(0, read.name.end), ...step };
  }
  const priorityComma = source.indexOf(",", read.name === undefined ? 0 : read.name.end + 1);
  if (priorityComma < 0 || at <= priorityComma) {
    const open = priority.text.indexOf("(");
    if (open >= 0 && at > priority.start + open) {
      const start = priority.start + open + 1;
      const end = label?.end ?? priority.end;
      if (at <= end) return { kind: "label", token: value.token(start, end), ...step };
    }
    const end = open < 0 ? priority.end : priority.start + open;
    return { kind: "priority", token: value.token(priority.start, end), ...step };
  }
  if (/^hint(?![a-z])/i.test(priority.text)) return hintCursor(value, application.start, step);
  const catalog = where.subject.installation.dialplanCatalog;
  // The ")" of a function is no end while its application is being written: "Set(CALLERID(num)=${".
  const closed = read.parentheses === "closed" && (at <= read.data.end || isBalanced(read.data.text));
  const { start } = read.data;
  const data =
    closed || read.parentheses === "none"
      ? read.data
      : { text: source.slice(start), start, end: source.length };
  const call = readCallIn(source, { application, data }, catalog);
  return callCursor(value, call, read.parentheses !== "none", closed, step);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const unit of text) {
    if (unit === "(") depth++;
    else if (unit === ")") depth = Math.max(0, depth - 1);
  }
  return depth === 0;
}

function hintCursor(value: Value, start: number, step: StepAt): CursorAt {
  const inner = inSubstitution(value, parseText(value.source, start), step);
  if (inner !== undefined) return inner;
  const { source, at } = value;
  const from = Math.max(start, source.lastIndexOf("&", at - 1) + 1, source.lastIndexOf(",", at - 1) + 1);
  const ends = [source.indexOf("&", at), source.indexOf(",", at)].filter((end) => end >= 0);
  return { kind: "hint-device", token: value.token(from, Math.min(source.length, ...ends)), ...step };
}

/** The name in the last `exten` line in front of a `same` line. */
function extensionBefore({ subject, section }: Where, lineStart: number): string | undefined {
  const { text } = subject;
  let end = lineStart - 1;
  while (end > section.body.start) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    if (/^[ \t]*exten/i.test(text.slice(start, Math.min(end, start + 40)))) {
      const { line } = lineAt(text, start);
      if (line?.kind === "option" && asciiLower(line.name) === "exten")
        return stepPieces(line.value, false).name?.text;
    }
    end = start - 1;
  }
  return undefined;
}

function callCursor(value: Value, call: Call, hasData: boolean, closed: boolean, step: StepAt): CursorAt {
  const { application, data, spec } = call;
  const { at } = value;
  if (!hasData || at < data.start || (closed && at > data.end)) {
    const inner = inSubstitution(value, parseText(value.source, application.start, application.end), step);
    if (inner !== undefined) return inner;
    const behind = hasData && at > data.end;
    if (behind) return { kind: "comment" };
    return {
      kind: "application",
      token: value.token(application.start, application.end),
      hasArguments: hasData,
      ...step,
    };
  }
  const around = callAt(value, "application", application, data, call.arguments, spec, closed);
  const calls = [around, ...step.calls];
  for (const { call: inner } of call.inner) {
    // The dial arguments of another application have no application of their own.
    if (inner.application.start === inner.application.end && inner.application.text !== "") continue;
    const { start } = inner.application;
    const innerEnd = closingEnd(value.source, inner.data);
    if (at < start || at > innerEnd) continue;
    const has = value.source[inner.application.end] === "(";
    const shut = value.source[inner.data.end] === ")";
    if (has && shut && at > inner.data.end) continue;
    return callCursor(value, inner, has, shut, { ...step, calls });
  }
  return argumentCursor(value, call.arguments[around.index], data, { ...step, calls });
}

function closingEnd(source: string, data: Text): number {
  return source[data.end] === ")" ? data.end + 1 : data.end;
}

function callAt(
  value: Value,
  what: CallAt["what"],
  name: Span,
  data: Text,
  given: readonly Argument[],
  spec: DialplanEntry | undefined,
  closed: boolean,
  access: CallAt["access"] = "read",
): CallAt {
  let index = 0;
  for (let next = 1; next < given.length; next++) if ((given[next]?.start ?? 0) <= value.at) index = next;
  return {
    what,
    access,
    name: value.token(name.start, name.end),
    spec,
    arguments: given.map(({ start, end }) => value.token(start, end)),
    index,
    argument: given.length === 0 ? spec?.arguments[0] : given[index]?.spec,
    inside: value.span(data.start, data.end),
    closed,
  };
}

/** In an argument of the innermost call of `step`. */
function argumentCursor(value: Value, argument: Argument | undefined, data: Text, step: StepAt): CursorAt {
  const text = argument?.text ?? data;
  const inner = inSubstitution(value, text, step);
  if (inner !== undefined) return inner;
  const spec = step.calls[0]?.argument;
  const written = writtenFunction(value, text, spec, step);
  if (written !== undefined) return written;
  const letter = argument === undefined ? undefined : letterAt(value, argument, step.calls[0]?.spec, spec);
  const { item, others } = itemAt(value, text, spec);
  const location = locationAt(value, text, spec, letter, step);
  return {
    kind: "argument",
    token: value.token(text.start, text.end),
    item,
    others,
    letter,
    location,
    ...step,
  };
}

/** The function on the left side of an assignment: Set(CALLERID(num)=...). */
function writtenFunction(
  value: Value,
  text: Text,
  spec: ArgumentSpec | undefined,
  step: StepAt,
): CursorAt | undefined {
  if (spec?.kind !== "variable-or-function" && spec?.kind !== "variable-assignment") return undefined;
  const open = findLiteral(value.source, text, "(", "first");
  const equals = findLiteral(value.source, text, "=", "first");
  if (open < 0 || value.at <= open || (equals >= 0 && equals < open)) return undefined;
  const end = equals < 0 ? text.end : equals;
  const closed = value.source[end - 1] === ")";
  const inside = sliceText(text, open + 1, closed ? end - 1 : end);
  if (value.at > inside.end) return undefined;
  const name = sliceText(text, text.start, open);
  return functionCursor(value, name, inside, closed, "write", step);
}

function functionCursor(
  value: Value,
  name: Text,
  inside: Text,
  closed: boolean,
  access: CallAt["access"],
  step: StepAt,
): CursorAt {
  const part: FunctionRead = {
    kind: "function",
    start: name.start,
    end: inside.end,
    closed,
    inner: inside,
    name,
    arguments: inside,
    argumentsClosed: closed,
    substring: undefined,
  };
  const { source, subject } = value;
  const use = functionRead(source, part, subject.installation.dialplanCatalog);
  const around = callAt(value, "function", name, inside, use.arguments, use.spec, closed, access);
  return argumentCursor(value, use.arguments[around.index], inside, {
    ...step,
    calls: [around, ...step.calls],
  });
}

/** The list item around the cursor, where the argument is a list. */
function itemAt(value: Value, text: Text, spec: ArgumentSpec | undefined): { item: Token; others: string[] } {
  const separator = spec?.separator ?? "";
  if (separator === "" || separator === ",") return { item: value.token(text.start, text.end), others: [] };
  const splitting = { separator, protects: false, unquotes: false, most: Number.POSITIVE_INFINITY };
  const items = splitText(value.source, text, splitting).slices.map((slice) => slice.text);
  const own = items.find(({ end }) => value.at <= end) ?? text;
  const others = items.filter((item) => item !== own).map(({ start, end }) => value.source.slice(start, end));
  return { item: value.token(own.start, own.end), others };
}

function letterAt(
  value: Value,
  argument: Argument,
  call: DialplanEntry | undefined,
  spec: ArgumentSpec | undefined,
): LetterAt | undefined {
  if (call === undefined || spec?.kind !== "options") return undefined;
  for (const { letter, argument: inside, spec: option } of readOptions(value.source, argument, call)) {
    if (inside === undefined || value.at < inside.start || value.at > inside.end) continue;
    return { letter, spec: option, argument: value.token(inside.start, inside.end) };
  }
  return undefined;
}

const locationParts: ReadonlySet<string | undefined> = new Set([
  "dialplan-context",
  "dialplan-extension",
  "dialplan-priority",
]);

/** The last three arguments of Goto and its like. Where the priority may be left out, the context comes first. */
function locationOf(value: Value, call: CallAt): LocationAt | undefined {
  const all = call.spec?.arguments ?? [];
  const first = all.length - 3;
  const index = call.index - first;
  if (all[first]?.kind !== "dialplan-context" || all[first + 2]?.kind !== "dialplan-priority")
    return undefined;
  if (index < 0) return undefined;
  const parts = call.arguments.slice(first);
  while (all[first + 2]?.required !== true && parts.length < 3) parts.push(value.token(value.at, value.at));
  return { parts, index, separator: "," };
}

function locationAt(
  value: Value,
  text: Text,
  spec: ArgumentSpec | undefined,
  letter: LetterAt | undefined,
  { calls: [call] }: StepAt,
): LocationAt | undefined {
  const { source, at } = value;
  const kind = letter === undefined ? spec?.kind : letter.spec?.argumentKind;
  if (letter === undefined && call !== undefined && locationParts.has(kind)) return locationOf(value, call);
  if (kind !== "dialplan-location" && kind !== "gosub-location") return undefined;
  let place = text;
  if (letter !== undefined) {
    const start = source.lastIndexOf("(", at - 1) + 1;
    const close = source.indexOf(")", at);
    place = sliceText(text, Math.max(text.start, start), close < 0 ? text.end : Math.min(text.end, close));
  } else if (spec?.partSeparator !== undefined) {
    const splitting = { separator: spec.partSeparator, protects: true, unquotes: false, most: 2 };
    const branches = splitText(source, text, splitting).slices.map((slice) => slice.text);
    place = branches.find(({ end }) => at <= end) ?? text;
  }
  const separator = letter === undefined ? "," : "^";
  const read = readLocation(source, place, { separator, withArguments: kind === "gosub-location" });
  if (read?.arguments !== undefined && at > read.priority.end) return undefined;
  const parts =
    read === undefined
      ? []
      : [read.context, read.extension, read.priority].filter((part) => part !== undefined);
  const tokens = parts.map((part) => value.token(part.start, part.end));
  const index = parts.findIndex((part) => at <= part.end);
  return { parts: tokens, index: index < 0 ? Math.max(0, parts.length - 1) : index, separator };
}

/** Within "${...}" or "$[...]" of a text; undefined where the cursor is outside of all of them. */
function inSubstitution(value: Value, text: Text, step: StepAt): CursorAt | undefined {
  const { source, at } = value;
  for (const part of text.parts) {
    if (part.kind === "literal") continue;
    if (at < part.start + 2 || at > part.end || (part.closed && at === part.end)) continue;
    if (part.kind === "expression") {
      const inner = inSubstitution(value, part.body, step);
      return inner ?? { kind: "expression", token: value.word(part.body.start, part.body.end), ...step };
    }
    const { name, substring } = part;
    if (substring !== undefined && at >= substring.start) {
      const inner = inSubstitution(value, substring, step);
      return inner ?? { kind: "substring", token: value.token(substring.start, substring.end), ...step };
    }
    if (at <= name.end) {
      const inner = inSubstitution(value, name, step);
      if (inner !== undefined) return inner;
      const own = constantText(source, name) === undefined ? value.word(name.start, name.end) : undefined;
      if (part.kind === "function")
        return {
          kind: "function-name",
          token: own ?? value.token(name.start, name.end),
          hasArguments: true,
          ...step,
        };
      const word =
        own ?? (part.closed ? value.token(name.start, name.end) : value.word(name.start, name.end));
      return { kind: "variable", token: word, closed: part.closed, ...step };
    }
    if (part.kind === "function") {
      if (at <= part.arguments.end)
        return functionCursor(value, name, part.arguments, part.argumentsClosed, "read", step);
      // Behind the ")".
      return { kind: "substring", token: value.token(at, at), ...step };
    }
  }
  return undefined;
}
