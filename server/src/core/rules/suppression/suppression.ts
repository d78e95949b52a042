// Comments that ask for silence about a mistake:
//
//   ; asterisk-analyzer: ignore codec/unknown-codec, nat -- why
//   ; asterisk-analyzer: ignore-section identify/unidentified-trunk -- why
//   ; asterisk-analyzer: ignore-file security -- why
//
// The first stands at the end of a line or above it, the second in a section or above its header, the third anywhere.

import type { LoadedFile } from "../../config/section.ts";
import type { Line } from "../../syntax/line.ts";
import { lineCommentsWith } from "../../syntax/line-comments.ts";
import type { FileLines } from "../../syntax/read-lines.ts";
import type { Span } from "../../text/span.ts";
import type { SuppressionPolicy } from "../../workspace/settings.ts";

/** What such a comment begins with. */
export const suppressionStart = "asterisk-analyzer:";

/** The word without which a file has no comment that is meant as one. */
export const suppressionWord = "asterisk-analyzer";

export type SuppressionScope = "line" | "section" | "file";

/** A rule or a group that is named. */
export interface SuppressedName {
  readonly text: string;
  readonly span: Span;
}

export interface Suppression {
  readonly file: LoadedFile;
  readonly scope: SuppressionScope;
  readonly names: readonly SuppressedName[];
  /** From the ";" to the end of the line, and without what stands behind the names. */
  readonly comment: Span;
  readonly namesEnd: number;
  /** Problems that begin here are meant. */
  readonly covers: Span;
}

/** A comment that looks like one and is none. */
export interface OddSuppression {
  readonly file: LoadedFile;
  /** The word behind the colon; empty where it is right and names are missing. */
  readonly word: string;
  readonly span: Span;
}

export interface Suppressions {
  readonly all: readonly Suppression[];
  readonly odd: readonly OddSuppression[];
}

/** What the rules about such comments look at. */
export interface SuppressionUse {
  readonly files: readonly Suppressions[];
  /** The names that took a problem away. */
  readonly used: ReadonlySet<SuppressedName>;
  /** Whether a rule or group of that name exists. */
  readonly isKnown: (name: string) => boolean;
  /** The rule or group that was most likely meant. */
  readonly nearest: (name: string) => string | undefined;
  /** Whether all that a name stands for was looked for in a file. */
  readonly isChecked: (name: string, file: LoadedFile) => boolean;
  /** Whether such comments are wanted at all. */
  readonly policy: SuppressionPolicy;
}

const scopes: ReadonlyMap<string, SuppressionScope> = new Map([
  ["ignore", "line"],
  ["ignore-section", "section"],
  ["ignore-file", "file"],
]);
const shape = /;[ \t]*asterisk-analyzer:[ \t]*([a-z-]*)(.*)$/i;
/** As other tools want it: "asterisk-analyzer-disable-line nat", or without the ":". */
const strange =
  /^;[;\s]{0,20}asterisk-analyzer((?:-(?:ignor|disabl|enabl|suppress|noqa|nolint)[\w-]*|\s+(?:ignore|disable|suppress|noqa)(?:-[\w-]+)?)(?![\w-]))/i;
/** What somebody writes who means such a comment. */
const alike = /^(?:ignor|disabl|suppress|allow|noqa|nolint|no-lint|off\b|skip)/i;

const read = new WeakMap<FileLines, Suppressions>();

/** All such comments of a file, in its order. */
export function readSuppressions(file: LoadedFile): Suppressions {
  const known = read.get(file.lines);
  if (known !== undefined) return known;
  const made = suppressionsIn(file);
  read.set(file.lines, made);
  return made;
}

function suppressionsIn(file: LoadedFile): Suppressions {
  const { text } = file.lines;
  const all: Suppression[] = [];
  const odd: OddSuppression[] = [];
  for (const comment of lineCommentsWith(text, suppressionWord)) {
    const end = trimmedEnd(text, comment);
    const said = text.slice(comment.start, end);
    const found = shape.exec(said);
    if (found === null) {
      const words = strange.exec(said);
      if (words === null) continue;
      const [whole, word = ""] = words;
      const start = comment.start + whole.length - word.length - suppressionWord.length;
      const span = { start, end: comment.start + whole.length };
      odd.push({ file, word: text.slice(span.start, span.end), span });
      continue;
    }
    const [whole, word = "", rest = ""] = found;
    const restStart = comment.start + found.index + whole.length - rest.length;
    const wordSpan = { start: restStart - word.length, end: restStart };
    const scope = scopes.get(word);
    if (scope === undefined) {
      if (alike.test(word)) odd.push({ file, word, span: wordSpan });
      continue;
    }
    const names = namesIn(rest, restStart);
    const last = names.at(-1);
    if (last === undefined) {
      odd.push({ file, word: "", span: wordSpan });
      continue;
    }
    const own = { start: comment.start + found.index, end };
    const covers = scope === "file" ? { start: 0, end: text.length + 1 } : coveredBy(file, own.start, scope);
    all.push({ file, scope, names, comment: own, namesEnd: last.span.end, covers });
  }
  return { all, odd };
}

/** Names up to "--", behind which the reason stands. */
function namesIn(rest: string, start: number): SuppressedName[] {
  const end = /(?:^|\s)--/.exec(rest)?.index ?? rest.length;
  return [...rest.slice(0, end).matchAll(/[^\s,]+/g)].map(({ 0: text, index }) => ({
    text,
    span: { start: start + index, end: start + index + text.length },
  }));
}

function trimmedEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function coveredBy(file: LoadedFile, at: number, scope: "line" | "section"): Span {
  const { lines, text } = file.lines;
  const index = firstBehind(lines, at);
  const before = lines[index - 1];
  const onLine = before !== undefined && before.end > at ? before : undefined;
  const behind = lines[index];
  if (scope === "line") {
    // A comment stands above what follows it, whatever comments are between.
    if (onLine !== undefined) return { start: onLine.start, end: onLine.end + 1 };
    return { start: at, end: (behind?.end ?? text.length) + 1 };
  }
  const isBelow = before?.kind === "section" && isDirectly(text, before.end, at);
  const isAbove =
    !isBelow && onLine === undefined && behind?.kind === "section" && isDirectly(text, at, behind.start);
  const header = isAbove ? index : (headerBefore(lines, index) ?? nextHeader(lines, index));
  if (header === undefined) return { start: at, end: at };
  const end = lines[nextHeader(lines, header + 1) ?? lines.length]?.start ?? text.length + 1;
  return { start: lines[header]?.start ?? at, end };
}

/** Whether nothing but comments stands between two places that have no line of meaning between them. */
function isDirectly(text: string, at: number, start: number): boolean {
  return !/\n[ \t\r]*\n/.test(text.slice(at, start));
}

/** Index of the first line that begins behind an offset. */
export function firstBehind(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function headerBefore(lines: readonly Line[], index: number): number | undefined {
  for (let at = index - 1; at >= 0; at--) if (lines[at]?.kind === "section") return at;
  return undefined;
}

function nextHeader(lines: readonly Line[], index: number): number | undefined {
  for (let at = index; at < lines.length; at++) if (lines[at]?.kind === "section") return at;
  return undefined;
}
