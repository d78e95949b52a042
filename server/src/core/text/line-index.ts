/** Turns offsets of one text into lines and columns (1-based, columns in UTF-16 units) without rescanning it. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  /** The 1-based line and column of an offset. */
  position(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** Offset of the first character of a 1-based line; a line past the end counts as the last. */
  lineStart(line: number): number {
    return this.#starts[Math.min(line, this.#starts.length) - 1] ?? 0;
  }

  get lineCount(): number {
    return this.#starts.length;
  }
}
