// One file as the editor counts it: offsets to positions and back into edits. Two things differ from the text
// that the core works on: a byte-order mark that the editor hides, and places between "\r" and "\n", which are
// none to an editor.

import type { Position, Range, TextEdit } from "vscode-languageserver";
import { LineIndex, type Span } from "../core/api.ts";

export class EditorText {
  readonly #text: string;
  readonly #index: LineIndex;
  /** Characters at the beginning that the editor does not have. */
  readonly #hidden: number;

  constructor(text: string, hidesMark: boolean) {
    this.#text = text;
    this.#index = new LineIndex(text);
    this.#hidden = hidesMark ? 1 : 0;
  }

  range({ start, end }: Span): Range {
    return { start: this.#position(start), end: this.#position(end) };
  }

  /** The offset of a position; of its nearest place where it lies outside of the text. */
  offset({ line, character }: Position): number {
    if (line >= this.#index.lineCount) return this.#text.length;
    const start = this.#index.lineStart(line + 1);
    const lineFeed = this.#text.indexOf("\n", start);
    const end = lineFeed === -1 ? this.#text.length : lineFeed;
    const offset = Math.min(start + character + (line === 0 ? this.#hidden : 0), end);
    return this.#splitsLineBreak(offset) ? offset - 1 : offset;
  }

  /** The change as an editor can make it; undefined where it is about nothing but the hidden mark. */
  edit(span: Span, text: string): TextEdit | undefined {
    if (span.start < this.#hidden && span.end <= this.#hidden && text === "") return undefined;
    const whole = this.#wholeLineBreaks(span, text);
    return { range: this.range(whole.span), newText: this.#withLineBreaks(whole.text) };
  }

  #position(offset: number): Position {
    const at = Math.min(Math.max(offset, this.#hidden), this.#text.length);
    const { line, column } = this.#index.position(at);
    return { line: line - 1, character: column - 1 - (line === 1 ? this.#hidden : 0) };
  }

  /** The same change, beginning and ending outside of "\r\n", and without a line break that stays as it is. */
  #wholeLineBreaks(span: Span, text: string): { readonly span: Span; readonly text: string } {
    let { start, end } = span;
    let written = text;
    if (this.#splitsLineBreak(start)) {
      start--;
      written = `\r${written}`;
    }
    if (this.#splitsLineBreak(end)) {
      end++;
      written = `${written}\n`;
    }
    while (end - start >= 2 && written.endsWith("\r\n") && this.#text.slice(end - 2, end) === "\r\n") {
      end -= 2;
      written = written.slice(0, -2);
    }
    return { span: { start, end }, text: written };
  }

  #splitsLineBreak(offset: number): boolean {
    return this.#text.charAt(offset - 1) === "\r" && this.#text.charAt(offset) === "\n";
  }

  /** Written with the line breaks that the file has. */
  #withLineBreaks(text: string): string {
    const first = this.#text.indexOf("\n");
    const lineBreak = first > 0 && this.#text.charAt(first - 1) === "\r" ? "\r\n" : "\n";
    return text.replace(/\r\n|\n/g, lineBreak);
  }
}
