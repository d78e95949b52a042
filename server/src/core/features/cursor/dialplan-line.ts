// What stands at a cursor in a line of the dialplan, as far as it is typed.

import type { ArgumentSpec, DialplanEntry } from "../../catalog/dialplan-spec.ts";
import { type Argument, findLiteral, sliceText, splitText } from "../../dialplan/step/arguments.ts";
import { type Call, readArguments, readCallIn } from "../../dialplan/step/call.ts";
import { functionRead } from "../../dialplan/step/functions.ts";
import { readOptions } from "../../dialplan/step/option-letters.ts";
import { stepPieces } from "../../dialplan/step-line.ts";
import { constantText, type FunctionRead, parseText, type Text } from "../../dialplan/substitution/text.ts";
import type { OptionLine } from "../../syntax/line.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import { branchAt, locationAt } from "./location-at.ts";
import type { CallAt, CursorAt, LetterAt, StepAt, Token } from "./model.ts";
import { Value, type Where } from "./value-at.ts";

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
  const spec = step.calls[0]?.argument;
  const subroutine = subroutineCursor(value, text, data, spec, step);
  if (subroutine !== undefined) return subroutine;
  const inner = inSubstitution(value, text, step);
  if (inner !== undefined) return inner;
  const written = writtenFunction(value, text, spec, step);
  if (written !== undefined) return written;
  const branch = spec?.kind === "application-call" ? branchAt(value, text, spec) : undefined;
  if (branch !== undefined && value.source.slice(branch.start, branch.end).trim() === "")
    return {
      kind: "application",
      token: value.token(value.at, value.at),
      hasArguments: false,
      ...step,
    };
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

/** In the arguments of a subroutine: Gosub(context,extension,priority(...)). */
function subroutineCursor(
  value: Value,
  text: Text,
  data: Text,
  spec: ArgumentSpec | undefined,
  step: StepAt,
): CursorAt | undefined {
  if (spec?.takesArguments !== true || spec.kind === "application-call") return undefined;
  const { source, at } = value;
  const isPriority = spec.kind === "dialplan-priority";
  const place = isPriority ? text : branchAt(value, text, spec);
  const open = findLiteral(source, place, "(", "first");
  const close = findLiteral(source, place, ")", "last");
  if (open < 0 || at <= open || (close > open && at > close)) return undefined;
  const inside = sliceText(place, open + 1, close > open ? close : place.end);
  const splitting = { separator: ",", protects: true, unquotes: false, most: Number.POSITIVE_INFINITY };
  const { slices } = splitText(source, inside, splitting);
  const name = { start: isPriority ? data.start : place.start, end: open };
  const entry = subroutineEntry(source.slice(name.start, name.end), slices.length);
  const given = readArguments(source, slices, entry.arguments);
  const around = callAt(value, "subroutine", name, inside, given, entry, close > open);
  return argumentCursor(value, given[around.index], inside, { ...step, calls: [around, ...step.calls] });
}

/** A subroutine as if it were an application. */
function subroutineEntry(name: string, given: number): DialplanEntry {
  const names = Array.from({ length: Math.max(2, given) }, (_, index) => `ARG${index + 1}`);
  return {
    name,
    module: "app_stack",
    summary: "The subroutine finds its arguments in ARG1, ARG2 and so on.",
    syntax: name,
    arguments: names.map((argument) => ({ name: argument, required: false, kind: "string" })),
    options: [],
    presentIn: [],
    since: 1,
  };
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
