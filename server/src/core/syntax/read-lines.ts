// One file in, its meaningful lines out. What a line means inside a section is left to config/.

import { skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import { byteLength, firstBytes } from "../text/bytes.ts";
import { classify, MetTexts } from "./classify.ts";
import { type CommentState, newCommentState, removeComments } from "./comments.ts";
import { type Line, MalformedLine, type SectionLine } from "./line.ts";

/** Asterisk's line buffer holds 8190 bytes and a newline; a longer line is dropped whole. */
export const maximumLineBytes = 8190;

/** How the stream stood before this file: files that one wildcard matches are read as one stream. */
export interface Entry {
  /** Open block comments, or below zero after a stray "--;". */
  readonly depth: number;
  /** Whether a byte-order mark is skipped, which happens on line 1 of a stream only. */
  readonly first: boolean;
}

/** The lines of one file, and how the stream stands after it. */
export interface FileLines {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Those of them that are section headers. */
  readonly headers: readonly SectionLine[];
  readonly comments: Readonly<CommentState>;
  /** By how much Asterisk's line counter grew: one more than the lines where the file ends in a newline. */
  readonly counted: number;
}

const startOfStream: Entry = { depth: 0, first: true };

/** Reads a whole file. Never fails; linear in its length. */
export function readLines(text: string, entry: Entry = startOfStream): FileLines {
  const lines: Line[] = [];
  const comments = newCommentState(entry.depth);
  const met = new MetTexts();
  const hasNul = text.includes("\0");
  let number = 0;
  let start = 0;
  // Each of these points at the next such character from `start` on; Infinity: none is left.
  let semicolon = next(text, ";", 0);
  let equals = next(text, "=", 0);
  while (start < text.length && comments.tooDeep === undefined) {
    number++;
    const newline = next(text, "\n", start);
    const end = Math.min(newline, text.length);
    let from = start;
    if (number === 1 && entry.first && text.charCodeAt(0) === 0xfeff) from = 1;
    const stop = hasNul ? beforeNul(text, from, end) : end;
    if (end - start > maximumLineBytes / 3 && byteLength(text, start, stop) > maximumLineBytes) {
      lines.push(tooLong(number, start, end));
    } else {
      if (semicolon < from) semicolon = next(text, ";", from);
      if (equals < from) equals = next(text, "=", from);
      readLine(text, { number, start, end }, from, stop, semicolon, equals, comments, lines, met);
    }
    start = end + 1;
  }
  const endsInNewline = text.length === 0 || text.charCodeAt(text.length - 1) === 10;
  const headers = lines.filter((line) => line.kind === "section");
  return { text, lines, headers, comments, counted: endsInNewline ? number + 1 : number };
}

function readLine(
  text: string,
  place: { number: number; start: number; end: number },
  from: number,
  stop: number,
  semicolon: number,
  equals: number,
  comments: CommentState,
  lines: Line[],
  met: MetTexts,
): void {
  if (semicolon >= stop) {
    if (comments.depth === 0) pushTrimmed(text, from, stop, equals, place, lines, met);
    return;
  }
  const kept = removeComments(text, from, stop, semicolon, place.number, comments);
  if (kept === undefined) return;
  if (!("text" in kept)) {
    pushTrimmed(
      text,
      kept.start,
      kept.end,
      equalsWithin(text, equals, kept.start, kept.end),
      place,
      lines,
      met,
    );
    return;
  }
  const end = skipBlanksBack(kept.text, 0, kept.text.length);
  const start = skipBlanks(kept.text, 0, end);
  if (start < end)
    lines.push(classify(kept.text, start, end, kept.text.indexOf("=", start), place, kept, met));
}

function pushTrimmed(
  text: string,
  from: number,
  to: number,
  equals: number,
  place: { number: number; start: number; end: number },
  lines: Line[],
  met: MetTexts,
): void {
  const end = skipBlanksBack(text, from, to);
  const start = skipBlanks(text, from, end);
  if (start < end) lines.push(classify(text, start, end, equals, place, undefined, met));
}

/** The first "=" of a piece of a line whose own first "=" is at `equals`. */
function equalsWithin(text: string, equals: number, start: number, end: number): number {
  if (equals >= start) return equals;
  const at = text.slice(start, end).indexOf("=");
  return at === -1 ? -1 : start + at;
}

function next(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** A NUL byte ends a C string: what follows on the line is never seen. */
function beforeNul(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0) return at;
  return end;
}

function tooLong(number: number, start: number, end: number): MalformedLine {
  return new MalformedLine({ number, start, end }, undefined, "too-long", { start, end });
}

/** The first 32 bytes of a line, as Asterisk prints them of a line that is too long. */
export function lineBeginning(text: string, line: MalformedLine): string {
  return firstBytes(text.slice(line.textStart, line.textEnd), 32);
}
