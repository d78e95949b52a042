// The line around an offset while somebody types in it: what it is, and whether the offset stands in a comment.

import { skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import { byteLength } from "../text/bytes.ts";
import { classify, MetTexts } from "./classify.ts";
import { newCommentState, removeComments } from "./comments.ts";
import type { Cooked, Line } from "./line.ts";
import { maximumLineBytes } from "./read-lines.ts";

export interface LineAt {
  /** Offsets of the physical line without its line break. */
  readonly start: number;
  readonly end: number;
  /** Undefined for a blank line and for a comment. */
  readonly line: Line | undefined;
  /** The offset in the line's own text (see `Cooked`); undefined within a comment. */
  readonly at: number | undefined;
  /** Where the text that counts begins and ends, in the same offsets, blanks included. */
  readonly keptStart: number;
  readonly keptEnd: number;
}

/** Reads the line that holds `offset`. Only block comments make it look at what stands in front of the line. */
export function lineAt(text: string, offset: number): LineAt {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  let end = newline < 0 ? text.length : newline;
  if (end > start && end > offset && text[end - 1] === "\r") end--;
  const from = start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, end) : start;
  const depth = depthAt(text, start);
  const place = { number: 1, start, end };
  const semicolon = text.indexOf(";", from);
  if (depth === 0 && (semicolon < 0 || semicolon >= end)) {
    const line = classified(text, from, end, place, undefined);
    return { start, end, line, at: Math.max(from, offset), keptStart: from, keptEnd: end };
  }
  const first = semicolon < 0 || semicolon >= end ? -1 : semicolon;
  const kept = removeComments(text, from, end, first, 1, newCommentState(depth));
  const nothing = { start, end, line: undefined, at: undefined, keptStart: start, keptEnd: start };
  if (kept === undefined) return nothing;
  if (!("text" in kept)) {
    const line = classified(text, kept.start, kept.end, place, undefined);
    const at = offset >= kept.start && offset <= kept.end ? offset : undefined;
    return { start, end, line, at, keptStart: kept.start, keptEnd: kept.end };
  }
  const line = classified(kept.text, 0, kept.text.length, place, kept);
  return { start, end, line, at: cookedOffset(kept, offset), keptStart: 0, keptEnd: kept.text.length };
}

function classified(
  text: string,
  from: number,
  to: number,
  place: { readonly number: number; readonly start: number; readonly end: number },
  cooked: Cooked | undefined,
): Line | undefined {
  const end = skipBlanksBack(text, from, to);
  const start = skipBlanks(text, from, end);
  if (start >= end) return undefined;
  return classify(text, start, end, text.indexOf("=", start), place, cooked, new MetTexts());
}

/** The depths of the text that was asked about last: an editor asks about one file many times. */
let last = { text: "", depths: new Map<number, number>() };

/** How many block comments are open where a line begins. */
function depthAt(text: string, lineStart: number): number {
  if (last.text !== text) last = { text, depths: depthsOf(text) };
  return last.depths.get(lineStart) ?? 0;
}

/** The depth at the beginning of every line where it is not zero. */
function depthsOf(text: string): Map<number, number> {
  const depths = new Map<number, number>();
  // Most files have no block comment at all.
  if (!/;--(?!-)|--;/.test(text)) return depths;
  const state = newCommentState(0);
  let semicolon = text.indexOf(";");
  for (let start = 0; start < text.length && state.tooDeep === undefined; ) {
    if (state.depth !== 0) depths.set(start, state.depth);
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (semicolon >= 0 && semicolon < start) semicolon = text.indexOf(";", start);
    const read = semicolon >= 0 && semicolon < end && byteLength(text, start, end) <= maximumLineBytes;
    if (read) removeComments(text, start, end, semicolon, 1, state);
    start = end + 1;
  }
  return depths;
}

/** The offset in the text as Asterisk sees it; undefined for a place that it does not see. */
function cookedOffset({ text, starts, sources }: Cooked, offset: number): number | undefined {
  for (let piece = 0; piece < starts.length; piece++) {
    const start = starts[piece] ?? 0;
    const length = (starts[piece + 1] ?? text.length) - start;
    const source = sources[piece] ?? 0;
    // The backslash of `\;` stands right in front of its piece.
    if (offset === source - 1 && piece > 0) return start;
    if (offset >= source && offset <= source + length) return start + offset - source;
  }
  return undefined;
}
