// A text that is edited several times, and remembers all of it as edits of the text that it began as.

import { applyEdits, type TextEdit } from "./edits.ts";
import type { Span } from "./span.ts";

/** A run of the first text, or something new. */
type Piece = Span | string;

export class EditedText {
  readonly original: string;
  #text: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.original = original;
    this.#text = original;
    this.#pieces = [{ start: 0, end: original.length }];
  }

  get text(): string {
    return this.#text;
  }

  /** Makes edits that are sorted and do not overlap. Linear in the pieces and edits so far. */
  apply(edits: readonly TextEdit[]): void {
    this.#text = applyEdits(this.#text, edits);
    const made: Piece[] = [];
    let at = 0;
    let index = 0;
    let rest: Piece | undefined = this.#pieces[0];
    const take = (until: number, keep: boolean): void => {
      while (rest !== undefined && at < until) {
        const length = lengthOf(rest);
        const count = Math.min(length, until - at);
        if (keep) made.push(cut(rest, 0, count));
        at += count;
        rest = count < length ? cut(rest, count, length) : this.#pieces[++index];
      }
    };
    for (const { span, text } of edits) {
      take(span.start, true);
      take(span.end, false);
      if (text !== "") made.push(text);
    }
    take(Number.POSITIVE_INFINITY, true);
    this.#pieces = made;
  }

  /** What leads from the first text to the present one: sorted, no overlaps, nothing replaced by itself. */
  get edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let written = "";
    const close = (start: number): void => {
      const edit = trimmed(this.original, { span: { start: at, end: start }, text: written });
      if (edit.text !== "" || edit.span.end > edit.span.start) edits.push(edit);
      written = "";
    };
    for (const piece of this.#pieces) {
      if (typeof piece === "string") written += piece;
      else {
        if (piece.start > at || written !== "") close(piece.start);
        at = piece.end;
      }
    }
    close(this.original.length);
    return edits;
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === "string" ? piece.length : piece.end - piece.start;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return typeof piece === "string"
    ? piece.slice(from, to)
    : { start: piece.start + from, end: piece.start + to };
}

/** The same edit without what stays as it is at its ends. */
function trimmed(source: string, { span, text }: TextEdit): TextEdit {
  let { start, end } = span;
  let from = 0;
  let to = text.length;
  while (start < end && from < to && source.charCodeAt(start) === text.charCodeAt(from)) {
    start++;
    from++;
  }
  while (end > start && to > from && source.charCodeAt(end - 1) === text.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  return { span: { start, end }, text: text.slice(from, to) };
}
