// A few lines of a file with carets under the piece that a problem is about. Secrets are masked, control
// characters shown, long lines cut around the piece.

import { mask, secretSpans } from "../text/secrets.ts";
import type { Span } from "../text/span.ts";
import { cells } from "./printable.ts";
import type { SourceLines } from "./source-lines.ts";
import type { Style } from "./style.ts";

/** Lines shown before the marked one. */
const context = 2;
/** Characters shown of a line. */
const maximumWidth = 110;
/** A longer line is dropped by Asterisk; of such a line only the beginning is looked at. */
const maximumLine = 8192;

/** The frame, one string per line of it, each without a newline. */
export function codeFrame(source: SourceLines, span: Span, style: Style): string[] {
  const { line, column } = source.position(span.start);
  const start = column - 1;
  const first = Math.max(1, line - context);
  const gutter = String(line).length;
  const frame: string[] = [];
  for (let number = first; number < line; number++) {
    const { text } = piece(source.line(number), 0, 0);
    frame.push(row(String(number), gutter, text, style));
  }
  const marked = piece(source.line(line), start, start + span.end - span.start);
  frame.push(row(String(line), gutter, marked.text, style));
  frame.push(row("", gutter, " ".repeat(marked.before) + style.error("^".repeat(marked.width)), style));
  return frame;
}

function row(number: string, gutter: number, text: string, style: Style): string {
  return `${style.dim(`  ${number.padStart(gutter)} |`)} ${text}`.trimEnd();
}

/** A line as it is shown, and where the marked part of it stands on the screen. */
interface Piece {
  readonly text: string;
  readonly before: number;
  readonly width: number;
}

function piece(whole: string, from: number, to: number): Piece {
  const line = whole.length > maximumLine ? whole.slice(0, maximumLine / 2) : whole;
  const begin =
    line.length <= maximumWidth ? 0 : Math.max(0, Math.min(from - 30, line.length - maximumWidth));
  const stop = Math.min(line.length, begin + maximumWidth);
  const shown = masked(line, begin, stop);
  let text = begin > 0 ? "…" : "";
  let column = text.length;
  let before: number | undefined;
  let after = column;
  for (const { start, end, cell } of shown) {
    // A marked position inside a masked piece or a character belongs to the whole of it.
    if (before === undefined && end > from) before = column;
    text += cell.text;
    column += cell.width;
    if (start < to) after = column;
  }
  before ??= column;
  if (stop < whole.length) text += "…";
  return { text, before, width: Math.max(1, after - before) };
}

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly cell: { readonly text: string; readonly width: number };
}

/** The cells between two offsets of a line, a secret being one cell of stars. */
function masked(line: string, begin: number, stop: number): Shown[] {
  const shown: Shown[] = [];
  let column = begin > 0 ? 1 : 0;
  let at = begin;
  for (const secret of secretSpans(line)) {
    if (secret.end <= begin || secret.start >= stop) continue;
    plain(Math.min(secret.start, stop));
    shown.push({
      start: secret.start,
      end: secret.end,
      cell: { text: mask, width: mask.length },
    });
    column += mask.length;
    at = secret.end;
  }
  plain(stop);
  return shown;

  function plain(end: number): void {
    if (end <= at) return;
    for (const cell of cells(line.slice(at, end), column)) {
      shown.push({ start: at, end: at + cell.length, cell });
      at += cell.length;
      column += cell.width;
    }
  }
}
