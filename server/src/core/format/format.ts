// Formats a file without changing what Asterisk reads: nothing but blanks and blank lines is ever different.

import { isDialplanFile } from "../catalog/files.ts";
import { type PhysicalLine, physicalLines } from "../syntax/physical-lines.ts";
import { shown } from "../syntax/template/marks.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import { blankEdits } from "./blank-edits.ts";
import type { FormatSettings } from "./format-settings.ts";
import { isUntouched, type OptionShape, optionShapes } from "./option-shape.ts";
import { type FileStyle, fileStyle } from "./style.ts";
import { withoutTemplateLines } from "./template-lines.ts";

/** What an editor or a user wants; a file's own habits come before it. */
export interface FormatOptions extends FormatSettings {
  /** Whether it is read as a dialplan. */
  readonly dialplan: boolean;
  /** Whether lines are indented by a tab where the file does not show what it uses. */
  readonly tabs?: boolean | undefined;
  /** True where undefined. */
  readonly trimTrailingWhitespace?: boolean | undefined;
  /** As it is where undefined. */
  readonly insertFinalNewline?: boolean | undefined;
  readonly trimFinalNewlines?: boolean | undefined;
}

const usualBlankLines = 2;

/** Habits are counted anew after each pass; one or two are enough. */
const mostPasses = 5;

/** The edits that format a file, in order. Empty where it is formatted. */
export function formatEdits(text: string, options: FormatOptions): TextEdit[] {
  return blankEdits(text, formatted(text, options));
}

/** The edits within the lines of a range; how they shall look is decided by the whole file. */
export function formatRangeEdits(text: string, range: Span, options: FormatOptions): TextEdit[] {
  const start = text.lastIndexOf("\n", range.start - 1) + 1;
  const last = range.end > range.start && text[range.end - 1] === "\n" ? range.end - 1 : range.end;
  const feed = text.indexOf("\n", last);
  const end = feed < 0 ? text.length : feed;
  return formatEdits(text, options).filter(({ span }) => span.start >= start && span.end <= end);
}

/**
 * A file as a command line writes it: it ends in one line break. Its path tells whether it is a dialplan where the
 * options do not.
 */
export function formattedFile(path: string, text: string, options: Partial<FormatOptions> = {}): string {
  const visible = withoutTemplateLines(path, text);
  const done = formatted(visible, {
    ...options,
    dialplan: options.dialplan ?? isDialplanFile(path),
    insertFinalNewline: true,
    trimFinalNewlines: true,
  });
  return visible === text ? done : shown(done);
}

/** The text of a file as it is formatted; formatting that changes nothing. */
export function formatted(text: string, options: FormatOptions): string {
  let before = text;
  for (let pass = 0; pass < mostPasses; pass++) {
    const after = onePass(before, options);
    if (after === before) break;
    before = after;
  }
  return before;
}

function onePass(text: string, options: FormatOptions): string {
  const lines = physicalLines(text);
  const shapes = optionShapes(text, lines, options.dialplan);
  const style = fileStyle(text, lines, shapes, options.tabs === true ? "\t" : " ", options.equals);
  const mostBlankLines = Math.max(1, options.blankLines ?? usualBlankLines);
  const parts: string[] = [];
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const { start, end, next, kind } = line;
    if (start === text.length && next === start) break;
    if (kind === "blank" && isDroppable(text, line)) {
      blanks++;
      if (blanks > mostBlankLines) continue;
    } else blanks = 0;
    const above = lines[index - 1];
    if (above !== undefined && needsBlankLine(text, above, line))
      parts.push(text.slice(above.end, above.next));
    parts.push(lineText(text, line, shapes[index], style, options), text.slice(end, next));
  }
  return withEnd(parts.join(""), lines, options);
}

/** The blank line above a header that follows an option directly. */
function needsBlankLine(text: string, above: PhysicalLine, line: PhysicalLine): boolean {
  if (line.kind !== "text" || line.line?.kind !== "section" || isUntouched(text, line)) return false;
  return above.kind === "text" && above.line?.kind !== "section" && !isUntouched(text, above);
}

function isDroppable(text: string, { start, end }: PhysicalLine): boolean {
  return /^[ \t]*$/.test(text.slice(start, end));
}

function lineText(
  text: string,
  line: PhysicalLine,
  shape: OptionShape | undefined,
  style: FileStyle,
  { trimTrailingWhitespace }: FormatOptions,
): string {
  const written = text.slice(line.start, line.end);
  if (isUntouched(text, line)) return written;
  let result = written;
  if (shape !== undefined) result = optionText(text, shape, style);
  else if (line.line?.kind === "section") result = written.replace(/^[ \t]+/, "");
  return trimTrailingWhitespace === false ? result : result.replace(/[ \t]+$/, "");
}

function optionText(text: string, shape: OptionShape, style: FileStyle): string {
  const { line, indentation, before, after, comment, skipped } = shape;
  const gaps = style.gaps(shape);
  const parts: string[] = [];
  let at = line.start;
  const put = ({ start, end }: Span, blanks: string): void => {
    parts.push(text.slice(at, start), blanks);
    at = end;
  };
  if (shape.statement === "same" && shape.arrow) put(indentation, style.sameIndentation);
  if (gaps !== undefined) {
    put(before, " ".repeat(gaps.before));
    // Behind an operator without value stands a comment, or nothing.
    if (shape.hasValue) put(after, " ".repeat(gaps.after));
  }
  for (const gap of skipped) put(gap, "");
  if (comment !== undefined && comment.end - comment.start > 1) {
    const length = parts.reduce((sum, part) => sum + part.length, comment.start - at);
    const column = comment.end - line.start;
    put(comment, " ".repeat(Math.max(1, column - length)));
  }
  parts.push(text.slice(at, line.end));
  return parts.join("");
}

function withEnd(
  text: string,
  lines: readonly PhysicalLine[],
  { insertFinalNewline, trimFinalNewlines }: FormatOptions,
): string {
  const last = lines[lines.length - 1];
  // In an open block comment the end is a part of the comment.
  if (last === undefined || last.depth !== 0 || text === "") return text;
  let result = text;
  if (trimFinalNewlines === true) result = result.replace(/(\r?\n)(?:\r?\n)+$/, "$1");
  if (insertFinalNewline === true && !/[\0-\x1f]$/.test(result)) {
    result += result.includes("\r\n") ? "\r\n" : "\n";
  }
  return result;
}
