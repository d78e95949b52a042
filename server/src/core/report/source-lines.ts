// The lines of one text, found without splitting it: a report asks for a few lines of a big file many times.

import { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";

/** A place as people count it: 1-based, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class SourceLines {
  readonly text: string;
  readonly #index: LineIndex;

  constructor(text: string) {
    this.text = text;
    this.#index = new LineIndex(text);
  }

  position(offset: number): Position {
    return this.#index.position(Math.min(offset, this.text.length));
  }

  range(span: Span): { readonly start: Position; readonly end: Position } {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Lines that a reader counts: the empty rest after the last newline is none. */
  get count(): number {
    return this.text.endsWith("\n") ? this.#index.lineCount - 1 : this.#index.lineCount;
  }

  /** Offset of the first character of a 1-based line. */
  start(line: number): number {
    return this.#index.lineStart(line);
  }

  /** A 1-based line without its newline. */
  line(line: number): string {
    const next = line < this.#index.lineCount ? this.#index.lineStart(line + 1) - 1 : this.text.length;
    return this.text.slice(this.#index.lineStart(line), next);
  }
}
