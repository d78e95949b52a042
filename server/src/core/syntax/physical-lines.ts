// The lines of a file as an editor shows them: each is blank, a comment, a piece of a block comment, or says something.

import { skipBlanks } from "../text/ascii.ts";
import { byteLength } from "../text/bytes.ts";
import { newCommentState, removeComments } from "./comments.ts";
import type { Line } from "./line.ts";
import { maximumLineBytes, readLines } from "./read-lines.ts";

export interface PhysicalLine {
  /** Offset of its first character; a byte-order mark counts as one. */
  readonly start: number;
  /** Where its line break begins, and where the next line does. */
  readonly end: number;
  readonly next: number;
  /** "block": it lies in a block comment in full or in part, or in what a stray "--;" hides. */
  readonly kind: "blank" | "comment" | "block" | "text";
  /** What Asterisk reads of it; of "text", and of "block" where it holds more than the comment. */
  readonly line: Line | undefined;
  /** Open block comments behind it; below zero behind a stray "--;". */
  readonly depth: number;
}

/** All lines, the empty one behind the last line break too. Linear. */
export function physicalLines(text: string, lines: readonly Line[] = readLines(text).lines): PhysicalLine[] {
  const found: PhysicalLine[] = [];
  const state = newCommentState(0);
  let record = 0;
  let start = 0;
  let semicolon = text.indexOf(";");
  for (let number = 1; ; number++) {
    const feed = text.indexOf("\n", start);
    const stop = feed < 0 ? text.length : feed;
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed > start && text.charCodeAt(feed - 1) === 13 ? feed - 1 : stop;
    while ((lines[record]?.number ?? number) < number) record++;
    const line = lines[record]?.number === number ? lines[record] : undefined;
    const before = state.depth;
    let inBlock = before !== 0;
    if (semicolon >= 0 && semicolon < start) semicolon = text.indexOf(";", start);
    const tooLong = line?.kind === "malformed" && line.fault === "too-long";
    if (
      semicolon >= 0 &&
      semicolon < stop &&
      !tooLong &&
      state.tooDeep === undefined &&
      isRead(text, start, stop)
    ) {
      if (before <= 0) state.openers.length = 0;
      const openers = state.openers.length;
      removeComments(text, firstOf(text, start), beforeNul(text, start, stop), semicolon, number, state);
      inBlock ||= state.depth !== before || state.openers.length !== openers;
    }
    found.push({ start, end, next, kind: kindOf(text, start, end, line, inBlock), line, depth: state.depth });
    if (feed < 0) break;
    start = next;
  }
  return found;
}

function kindOf(
  text: string,
  start: number,
  end: number,
  line: Line | undefined,
  inBlock: boolean,
): PhysicalLine["kind"] {
  if (inBlock) return "block";
  if (line !== undefined) return "text";
  return skipBlanks(text, firstOf(text, start), end) === end ? "blank" : "comment";
}

/** Behind a byte-order mark. */
function firstOf(text: string, start: number): number {
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

function isRead(text: string, start: number, end: number): boolean {
  return end - start <= maximumLineBytes / 3 || byteLength(text, start, end) <= maximumLineBytes;
}

function beforeNul(text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf("\0");
  return at < 0 ? end : start + at;
}
