// Where something can be written behind a section, or at the end of a file.

import type { LoadedFile } from "../../config/section.ts";
import { firstBehind } from "../../rules/suppression/suppression.ts";
import type { Line } from "../../syntax/line.ts";
import type { FileEdit } from "../../text/edits.ts";

/** The last option of the section that holds an offset, or else its header; undefined above the first header. */
export function lastLineAround({ lines: { lines } }: LoadedFile, offset: number): Line | undefined {
  let last: Line | undefined;
  const index = firstBehind(lines, offset);
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.kind === "option") last ??= line;
    if (line.kind !== "section") continue;
    last ??= line;
    break;
  }
  for (let at = index; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.kind === "section") break;
    if (line.kind === "option") last = line;
  }
  return last;
}

/** Writes lines at the end of a file, a blank one in front; undefined where a comment there never ends. */
export function atEnd({ path, lines: { text, comments } }: LoadedFile, added: string): FileEdit | undefined {
  if (comments.depth !== 0 || comments.tooDeep !== undefined) return undefined;
  const end = text.length;
  const before = end === 0 ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  return { file: path, span: { start: end, end }, text: withBreaksOf(text, `${before}${added}\n`) };
}

/** A text with the line breaks of another one. */
export function withBreaksOf(text: string, written: string): string {
  const first = text.indexOf("\n");
  return first > 0 && text.charAt(first - 1) === "\r" ? written.replaceAll("\n", "\r\n") : written;
}

/** A text as it has to stand in a snippet of an editor. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
