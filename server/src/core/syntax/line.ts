// The lines of a file that mean something to Asterisk. Blank lines and comments leave no record.

import type { Span } from "../text/span.ts";

/**
 * The text of a line as Asterisk sees it where that differs from the source: `\;` has lost its backslash and
 * an inner `;-- --;` is gone. Piece i holds the source from `sources[i]` and begins at `starts[i]` of `text`.
 */
export interface Cooked {
  readonly text: string;
  readonly starts: readonly number[];
  readonly sources: readonly number[];
}

interface LineBase {
  /** Number of the physical line in its file, 1-based. */
  readonly number: number;
  /** Source offsets of the physical line without its newline. */
  readonly start: number;
  readonly end: number;
  /** Set where the offsets below count in `cooked.text` instead of the source; see `sourceSpan`. */
  readonly cooked: Cooked | undefined;
}

export interface SectionLine extends LineBase {
  readonly kind: "section";
  /** The text between the brackets, blanks and all, not yet cut to Asterisk's 79 bytes. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The comma-separated items in the parentheses, or none where no "(" touches the "]". */
  readonly modifiers: readonly Modifier[];
  /** Where the ignored rest of the line begins: after "]" or ")". */
  readonly restStart: number;
  readonly restEnd: number;
  readonly fault: "no-closing-bracket" | "no-closing-parenthesis" | undefined;
}

export interface Modifier {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface OptionLine extends LineBase {
  readonly kind: "option";
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly operator: "=" | "=>" | "+=";
  readonly value: string;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Everything after "+=" with its blanks, which `+=` keeps inside the joined value; empty for the others. */
  readonly appended: string;
}

export interface DirectiveLine extends LineBase {
  readonly kind: "directive";
  readonly word: string;
  readonly wordStart: number;
  readonly wordEnd: number;
  /** The argument without its quotes, or undefined where there is none. */
  readonly argument: string | undefined;
  readonly argumentStart: number;
  readonly argumentEnd: number;
}

export interface MalformedLine extends LineBase {
  readonly kind: "malformed";
  readonly fault: "too-long" | "no-equals" | "no-name" | "invalid-escape";
  readonly textStart: number;
  readonly textEnd: number;
}

export type Line = SectionLine | OptionLine | DirectiveLine | MalformedLine;

/** Source span of a piece of a line given in the line's own offsets. */
export function sourceSpan(line: LineBase, start: number, end: number): Span {
  if (line.cooked === undefined) return { start, end };
  return end > start
    ? { start: sourceOffset(line.cooked, start), end: sourceOffset(line.cooked, end - 1) + 1 }
    : emptySpan(sourceOffset(line.cooked, start));
}

function emptySpan(offset: number): Span {
  return { start: offset, end: offset };
}

function sourceOffset(cooked: Cooked, offset: number): number {
  let piece = 0;
  for (let index = 1; index < cooked.starts.length; index++) {
    if ((cooked.starts[index] ?? 0) <= offset) piece = index;
    else break;
  }
  return (cooked.sources[piece] ?? 0) + offset - (cooked.starts[piece] ?? 0);
}
