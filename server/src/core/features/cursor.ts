// What stands at an offset of a file, finished or not: the beginning of most answers to an editor.

import type { OptionSpec } from "../catalog/option-spec.ts";
import type { DirectiveLine, MalformedLine, OptionLine, SectionLine } from "../syntax/line.ts";
import { sourceSpan } from "../syntax/line.ts";
import { type LineAt, lineAt } from "../syntax/line-at.ts";
import { asciiLower, skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import { dialplanCursor } from "./cursor/dialplan-line.ts";
import type { Cursor, CursorAt, FileKind, SectionAt, Token } from "./cursor/model.ts";
import { fileKindOf, sectionAt } from "./cursor/section-at.ts";
import type { Subject } from "./subject.ts";
import { rootOf } from "./subject-file.ts";

export type { Cursor, Token } from "./cursor/model.ts";

/** What stands at an offset. Never fails; looks at one line, and for its section at the headers around it. */
export function cursorAt(subject: Subject, offset: number): Cursor {
  const at = Math.min(Math.max(0, offset), subject.text.length);
  const found = lineAt(subject.text, at);
  const fileKind = fileKindOf(subject);
  const base = { fileKind, root: rootOf(subject) };
  const { line } = found;
  if (found.at === undefined) return { ...base, section: sectionAt(subject, found.start), kind: "comment" };
  const section = sectionAt(subject, found.start);
  const where: Where = { subject, fileKind, section, found, at: found.at, offset: at };
  if (line === undefined) return { ...base, section, kind: "line-start", token: emptyToken(at) };
  const cursor =
    line.kind === "section"
      ? headerCursor(line, where)
      : line.kind === "directive"
        ? directiveCursor(line, where)
        : line.kind === "option"
          ? optionCursor(line, where)
          : malformedCursor(line, where);
  const own = line.kind === "section" ? (sectionAt(subject, found.end + 1) ?? section) : section;
  return { ...base, section: own, ...cursor };
}

interface Where {
  readonly subject: Subject;
  readonly fileKind: FileKind;
  readonly section: SectionAt | undefined;
  readonly found: LineAt;
  /** In the line's own text. */
  readonly at: number;
  /** In the file. */
  readonly offset: number;
}

function emptyToken(at: number): Token {
  return { text: "", span: { start: at, end: at } };
}

/** The text that the offsets of a line count in. */
function textOf(line: Pick<OptionLine, "cooked">, subject: Subject): string {
  return line.cooked === undefined ? subject.text : line.cooked.text;
}

function token(
  line: OptionLine | SectionLine | DirectiveLine | MalformedLine,
  subject: Subject,
  start: number,
  end: number,
): Token {
  return { text: textOf(line, subject).slice(start, end), span: sourceSpan(line, start, end) };
}

function headerCursor(line: SectionLine, where: Where): CursorAt {
  const { subject, at } = where;
  const text = textOf(line, subject);
  const closed = line.fault !== "no-closing-bracket";
  if (!closed || at <= line.nameEnd) {
    return { kind: "section-name", token: token(line, subject, line.nameStart, line.nameEnd), closed };
  }
  const open = line.nameEnd + 1;
  if (text[open] !== "(" || at <= open) return { kind: "comment" };
  const close = line.fault === undefined ? line.restStart - 1 : line.restEnd;
  if (at > close) return { kind: "comment" };
  const items = pieces(text, open + 1, close, ",");
  const item = items.find((piece) => at >= piece.from && at <= piece.to) ?? items[items.length - 1];
  if (item === undefined) return { kind: "comment" };
  const others = items.filter((other) => other !== item).map(({ start, end }) => text.slice(start, end));
  const own = item.start === item.end ? emptyToken(where.offset) : token(line, subject, item.start, item.end);
  const of = text.slice(line.nameStart, line.nameEnd);
  return { kind: "section-modifier", token: own, others, of, closed: line.fault === undefined };
}

function directiveCursor(line: DirectiveLine, where: Where): CursorAt {
  const { subject, at } = where;
  if (at <= line.wordEnd) {
    return { kind: "directive", token: token(line, subject, line.wordStart, line.wordEnd) };
  }
  const text = textOf(line, subject);
  let start = skipBlanks(text, Math.min(line.wordEnd, text.length), line.argumentEnd);
  let end = Math.max(start, skipBlanksBack(text, start, line.argumentEnd));
  if (line.argument !== undefined) ({ argumentStart: start, argumentEnd: end } = line);
  // A quote that is not closed yet.
  if (start < end && (text[start] === '"' || text[start] === "<")) start++;
  if (end > start && (text[end - 1] === '"' || text[end - 1] === ">")) end--;
  const own = start >= end || at < start ? emptyToken(where.offset) : token(line, subject, start, end);
  return { kind: "include-path", token: own, directive: line.word };
}

/** A line without "=": a word that is being typed. */
function malformedCursor(line: MalformedLine, where: Where): CursorAt {
  const { subject, at } = where;
  const own = token(line, subject, line.textStart, line.textEnd);
  if (line.fault === "no-equals") {
    if (at >= line.textStart) return { kind: "line-start", token: own };
    return { kind: "line-start", token: emptyToken(where.offset) };
  }
  return { kind: "line-start", token: own };
}

function optionCursor(line: OptionLine, where: Where): CursorAt {
  const { subject, at, section } = where;
  const text = textOf(line, subject);
  const name = token(line, subject, line.nameStart, line.nameEnd);
  const spec = optionSpec(subject, section, line.name);
  const operatorStart = skipBlanks(text, line.nameEnd, line.valueStart);
  if (at < operatorStart + line.operator.length) return { kind: "option-name", token: name, spec };
  if (where.fileKind === "dialplan" && section !== undefined) {
    const found = dialplanCursor({ ...where, section }, line, name);
    if (found !== undefined) return found;
  }
  const empty = line.valueStart >= line.valueEnd;
  const value = empty ? emptyToken(where.offset) : token(line, subject, line.valueStart, line.valueEnd);
  const list = spec !== undefined && isList(spec);
  const from = empty ? [] : pieces(text, line.valueStart, line.valueEnd, ",");
  const item = list ? from.find((piece) => at <= piece.to) : undefined;
  const last = list && item === undefined ? from[from.length - 1] : item;
  const own =
    last === undefined
      ? value
      : last.start === last.end
        ? emptyToken(where.offset)
        : token(line, subject, last.start, last.end);
  const others = list
    ? from.filter((piece) => piece !== last).map(({ start, end }) => text.slice(start, end))
    : [];
  return { kind: "option-value", name, operator: line.operator, spec, token: value, item: own, others };
}

const listKinds: ReadonlySet<OptionSpec["kind"]> = new Set([
  ...(["codecList", "refList", "enumList", "uriList", "mailboxList", "hostPortList", "stringList"] as const),
  ...(["digestList", "securityMechanisms", "cipherList", "namedGroupList", "groupList"] as const),
  ...(["cidrAcl", "identifyMatch", "identifierOrder", "codecPrefs"] as const),
]);

/** Whether commas separate several values. */
function isList({ list, kind }: OptionSpec): boolean {
  return list === true || listKinds.has(kind);
}

/** What the catalogue says of an option of a section. */
function optionSpec(
  { installation, ...rest }: Subject,
  section: SectionAt | undefined,
  name: string,
): OptionSpec | undefined {
  const { catalog } = installation;
  const type = section?.type;
  if (type === undefined) {
    if (section === undefined || fileKindOf({ installation, ...rest }) !== "pjsip") return undefined;
    // A template may have no type, and a section none yet: the first type that has the option tells most.
    const known = (other: string) => catalog.types.get(other)?.option(name);
    return known("endpoint") ?? [...catalog.types.keys()].map(known).find((spec) => spec !== undefined);
  }
  if (type !== "wizard") return catalog.types.get(type)?.option(name);
  const slash = name.indexOf("/");
  if (slash < 0) return catalog.wizard.option(name);
  const prefix = asciiLower(name.slice(0, slash));
  return catalog.types.get(wizardPrefixes.get(prefix) ?? "")?.option(name.slice(slash + 1));
}

/** Types of the objects that a wizard makes, by what stands in front of their options. */
export const wizardPrefixes: ReadonlyMap<string, string> = new Map([
  ["endpoint", "endpoint"],
  ["aor", "aor"],
  ["inbound_auth", "auth"],
  ["outbound_auth", "auth"],
  ["identify", "identify"],
  ["registration", "registration"],
  ["phoneprov", "phoneprov"],
]);

interface PieceOf {
  /** Without blanks at its ends. */
  readonly start: number;
  readonly end: number;
  /** With them. */
  readonly from: number;
  readonly to: number;
}

/** The pieces of a text between separators. */
function pieces(text: string, start: number, end: number, separator: string): PieceOf[] {
  const found: PieceOf[] = [];
  let from = start;
  for (;;) {
    const at = text.indexOf(separator, from);
    const to = at < 0 || at >= end ? end : at;
    const pieceEnd = skipBlanksBack(text, from, to);
    found.push({ start: skipBlanks(text, from, pieceEnd), end: pieceEnd, from, to });
    if (to === end) return found;
    from = to + 1;
  }
}
