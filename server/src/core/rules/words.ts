// Words that the messages of all rules share.

import type { AsteriskVersion, Since } from "../catalog/version.ts";
import type { LoadedFile } from "../config/section.ts";

/** A name or value as typed, in quotes, cut where it is long. */
export function quoted(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}..."` : `"${text}"`;
}

/** A piece of a file as it may stand in a message: in quotes, not too long, without control characters. */
export function quotedPiece(text: string): string {
  const plain = text.replace(/[\0-\x1f\ud800-\udfff\ufeff]+/gu, " ");
  const points = [...plain];
  return `"${points.length > 60 ? `${points.slice(0, 59).join("")}…` : plain}"`;
}

/** `section "a"`, `sections "a" and "b"` or `12 sections ("a", "b", ...)`. */
export function counted(word: string, names: readonly string[]): string {
  const [first = "", second = ""] = names;
  if (names.length === 1) return `${word} ${quoted(first)}`;
  if (names.length === 2) return `${word}s ${quoted(first)} and ${quoted(second)}`;
  return `${names.length} ${word}s (${quoted(first)}, ${quoted(second)}, ...)`;
}

/** "line 12", or "line 12 of conf.d/a.conf" where that is another file than `from`. */
export function lineOf(
  place: { readonly line: { readonly number: number }; readonly file: LoadedFile },
  from: LoadedFile,
): string {
  const { line, file } = place;
  return file.path === from.path ? `line ${line.number}` : `line ${line.number} of ${file.path}`;
}

/** " (it came with 22.8.0)" or " (it was only in 22.8.0)", for the series of `version` or else for the others. */
export function versions(
  introduced: Since | undefined,
  removed: Since | undefined,
  version: AsteriskVersion,
): string {
  const own = introduced?.[String(version.major)];
  const first = own ?? Object.values(introduced ?? {}).join(", ");
  if (first === "") return "";
  return removed === undefined ? ` (it came with ${first})` : ` (only ${first} had it)`;
}
