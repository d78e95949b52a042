// From offsets in a text to lines and columns.

import { firstIndex } from "./first-index.ts";

/** Turns offsets of one text into lines and columns (1-based, columns in UTF-16 units) without rescanning it. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  /** The 1-based line and column of an offset. */
  position(offset: number): { readonly line: number; readonly column: number } {
    const line = Math.max(
      1,
      firstIndex(this.#starts, (start) => start > offset),
    );
    return { line, column: offset - (this.#starts[line - 1] ?? 0) + 1 };
  }

  /** Offset of the first character of a 1-based line; a line past the end counts as the last. */
  lineStart(line: number): number {
    return this.#starts[Math.min(line, this.#starts.length) - 1] ?? 0;
  }

  get lineCount(): number {
    return this.#starts.length;
  }
}
