// Removes comments from one line the way config_text_file_load (main/config.c) does, before anything else is
// looked at. Quotes and brackets protect nothing; block comments nest; a "--;" outside a block makes the depth
// negative, which hides all following lines.

import type { Cooked } from "./line.ts";

/** Asterisk 23 refuses a 129th level and then never gets past it. */
export const maximumNesting = 128;

const semicolon = 59;
const dash = 45;
const backslash = 92;

/** What survives from line to line: how many blocks are open, and where. */
export interface CommentState {
  /** Number of open blocks; below zero after a stray "--;". */
  depth: number;
  /** Line number and source offset of each block opener; index is depth minus one. */
  readonly openers: { line: number; offset: number }[];
  /** The offset of a "--;" that closed nothing, the first in this file. */
  stray: number | undefined;
  /** The offset of the opener one level too deep: Asterisk hangs there. */
  tooDeep: number | undefined;
  /** The offset of the last ";" behind which the rest of a line is a comment. */
  rest: number;
}

export function newCommentState(depth: number): CommentState {
  return { depth, openers: [], stray: undefined, tooDeep: undefined, rest: -1 };
}

/** What is left of a line: nothing, a run of the source, or a text pieced together. */
export type Kept = undefined | { readonly start: number; readonly end: number } | Cooked;

/**
 * Scans one physical line (source offsets `start` to `end`) whose first ";" stands at `first`, and moves
 * `state` along. Linear in the length of the line.
 */
export function removeComments(
  text: string,
  start: number,
  end: number,
  first: number,
  lineNumber: number,
  state: CommentState,
): Kept {
  const pieces: number[] = [];
  let keeping = state.depth === 0;
  let pieceStart = keeping ? start : -1;
  // From `from` on, Asterisk's buffer holds exactly the source, so looking back stops there.
  let from = start;
  let at = first;
  while (at !== -1 && at < end) {
    if (at > from && text.charCodeAt(at - 1) === backslash) {
      if (keeping && pieceStart !== -1) {
        pieces.push(pieceStart, at - 1);
        pieceStart = at;
      }
      from = at + 1;
    } else if (opensBlock(text, at, end)) {
      if (state.depth >= maximumNesting) {
        state.tooDeep = at;
        break;
      }
      if (pieceStart !== -1) pieces.push(pieceStart, at);
      pieceStart = -1;
      from = at + 3;
      state.depth += 1;
      if (state.depth > 0) state.openers[state.depth - 1] = { line: lineNumber, offset: at };
    } else if (at >= from + 2 && text.charCodeAt(at - 1) === dash && text.charCodeAt(at - 2) === dash) {
      if (state.depth === 0) state.stray ??= at - 2;
      state.depth -= 1;
      from = at + 1;
      if (state.depth === 0) {
        keeping = true;
        pieceStart = from;
      }
    } else if (state.depth === 0) {
      if (pieceStart !== -1) pieces.push(pieceStart, at);
      pieceStart = -1;
      state.rest = at;
      break;
    } else {
      from = at + 1;
    }
    at = text.indexOf(";", Math.max(from, at + 1));
  }
  if (!keeping) return undefined;
  if (pieceStart !== -1) pieces.push(pieceStart, end);
  return join(text, pieces);
}

/** ";--" with anything but a third dash behind it. */
function opensBlock(text: string, at: number, end: number): boolean {
  return (
    text.charCodeAt(at) === semicolon &&
    at + 2 < end &&
    text.charCodeAt(at + 1) === dash &&
    text.charCodeAt(at + 2) === dash &&
    !(at + 3 < end && text.charCodeAt(at + 3) === dash)
  );
}

function join(text: string, pieces: readonly number[]): Kept {
  if (pieces.length === 2) return { start: pieces[0] ?? 0, end: pieces[1] ?? 0 };
  const parts: string[] = [];
  const starts: number[] = [];
  const sources: number[] = [];
  let length = 0;
  for (let index = 0; index < pieces.length; index += 2) {
    const source = pieces[index] ?? 0;
    const part = text.slice(source, pieces[index + 1]);
    if (part.length === 0 && index + 2 < pieces.length) continue;
    parts.push(part);
    starts.push(length);
    sources.push(source);
    length += part.length;
  }
  return { text: parts.join(""), starts, sources };
}
