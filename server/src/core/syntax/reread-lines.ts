// The lines of a text that was edited: what stands before and behind the edit is taken over from the lines of the text before.

import type { Line } from "./line.ts";
import { type FileLines, readLines } from "./read-lines.ts";

/**
 * What `readLines` says of a text, with the lines of an earlier text where they are the same. Undefined where to read
 * anew is as good: most is different, or a comment of several lines may reach from one part into the other.
 * `moves`: nobody asks for the earlier lines any more; those behind the edit get their new places and stay who they are.
 */
export function rereadLines(text: string, before: FileLines, moves: boolean): FileLines | undefined {
  if (!isPlain(before) || text.startsWith("\ufeff") || before.text.startsWith("\ufeff")) return undefined;
  const start = lineStart(text, commonStart(text, before.text));
  const end = nextLine(text, text.length - commonEnd(text, before.text, start));
  if (end - start > text.length / 2) return undefined;
  const moved = text.length - before.text.length;
  const edited = readLines(ownCopy(text, start, end), { depth: 0, first: false });
  if (!isPlain(edited)) return undefined;
  const first = firstFrom(before.lines, start);
  const behind = firstFrom(before.lines, end - moved);
  const counted = edited.counted - newlinesIn(before.text, start, end - moved) - 1;
  const lines = before.lines.slice(0, first);
  const above = lines.at(-1);
  const number = (above?.number ?? 1) - 1 + newlinesIn(text, above?.start ?? 0, start);
  for (const line of edited.lines) lines.push(shifted(line, start, number, true));
  for (let index = behind; index < before.lines.length; index++)
    lines.push(shifted(before.lines[index] as Line, moved, counted, moves));
  const headers = lines.filter((line) => line.kind === "section");
  return { text, lines, headers, comments: before.comments, counted: before.counted + counted };
}

/** Whether each line stands for itself. */
function isPlain({ comments: { depth, openers, stray, tooDeep } }: FileLines): boolean {
  return depth === 0 && openers.length === 0 && stray === undefined && tooDeep === undefined;
}

/** A piece of a text keeps the whole of it in memory; what is put together anew has nothing to do with it. */
function ownCopy(text: string, start: number, end: number): string {
  return `\n${text.slice(start, end)}`.slice(1);
}

const blockLength = 4096;

/** How much two texts have in common at their beginning. Whole blocks are compared much faster than letters. */
function commonStart(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at + blockLength <= most && left.slice(at, at + blockLength) === right.slice(at, at + blockLength))
    at += blockLength;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return at;
}

/** How much they have in common at their end, behind `start`. */
function commonEnd(left: string, right: string, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  const blockAt = (text: string, at: number): string =>
    text.slice(text.length - at - blockLength, text.length - at);
  let at = 0;
  while (at + blockLength <= most && blockAt(left, at) === blockAt(right, at)) at += blockLength;
  while (at < most && left.charCodeAt(left.length - 1 - at) === right.charCodeAt(right.length - 1 - at)) at++;
  return at;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The first line that begins behind an offset: its own may have another beginning in the other text. */
function nextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The index of the first line that does not begin before an offset. */
function firstFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same line so many characters and lines further down: another one, or the very same where nobody needs it as it was. */
function shifted(line: Line, by: number, lines: number, moves: boolean): Line {
  if (by === 0 && lines === 0) return line;
  const placed = moves ? line : line.copy();
  placed.move(by, lines);
  return placed;
}
