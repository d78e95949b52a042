// Comments that ask to be silent about a problem: for its line, its section or the whole file.

import type { LoadedFile } from "../../config/section.ts";
import { lineBehind } from "../../rules/fix.ts";
import type { Problem } from "../../rules/problem.ts";
import {
  readSuppressions,
  type SuppressionScope,
  suppressionStart,
  suppressionWord,
} from "../../rules/suppression/suppression.ts";
import type { SectionLine } from "../../syntax/line.ts";
import { lineCommentsWith } from "../../syntax/line-comments.ts";
import { applyEdits, type FileEdit } from "../../text/edits.ts";
import { firstIndex } from "../../text/first-index.ts";
import { snippetText, withBreaksOf } from "./section-end.ts";

export interface Silencing {
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** The text of the only edit with a place for the reason, as an editor's snippet. */
  readonly snippet?: string;
}

const words: Readonly<Record<SuppressionScope, string>> = {
  line: "ignore",
  section: "ignore-section",
  file: "ignore-file",
};
/**
 * The comments that silence a problem: for its line, and for the section where all problems of its rule in the file
 * lie, or else for the file. Without those that have no place.
 */
export function silencings(
  problem: Problem,
  all: readonly Problem[],
  file: LoadedFile,
): readonly Silencing[] {
  const section = sectionAt(problem, file);
  const isElsewhere = all.some((other) => other.rule === problem.rule && sectionAt(other, file) !== section);
  const wide = section === undefined || isElsewhere ? undefined : silencing(problem, file, "section");
  return [silencing(problem, file, "line"), wide ?? silencing(problem, file, "file")].filter(
    (one) => one !== undefined,
  );
}

function sectionAt({ span }: Problem, { lines: { headers } }: LoadedFile): SectionLine | undefined {
  return headers[firstIndex(headers, ({ start }) => start > span.start) - 1];
}

function silencing(
  { rule, span }: Problem,
  file: LoadedFile,
  scope: SuppressionScope,
): Silencing | undefined {
  const title = `Ignore ${rule} for this ${scope}`;
  const { text } = file.lines;
  const known = text.includes(suppressionWord) ? readSuppressions(file).all : [];
  const before = known.find(
    (one) => one.scope === scope && one.covers.start <= span.start && span.start < one.covers.end,
  );
  if (before !== undefined) {
    const at = { start: before.namesEnd, end: before.namesEnd };
    return { title, edits: [{ file: file.path, span: at, text: `, ${rule}` }] };
  }
  const comment = `; ${suppressionStart} ${words[scope]} ${rule}`;
  const made =
    scope === "section" ? belowHeader(span.start, comment, file) : above(span.start, comment, file, scope);
  if (made === undefined) return undefined;
  const at = made.text.indexOf(rule) + rule.length;
  const snippet = `${snippetText(made.text.slice(0, at))} -- \${1:why}${snippetText(made.text.slice(at))}`;
  return { title, edits: [made], snippet };
}

/** On a line of its own above the line of an offset, or at the beginning of the file. */
function above(
  offset: number,
  comment: string,
  file: LoadedFile,
  scope: "line" | "file",
): FileEdit | undefined {
  const { text } = file.lines;
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = scope === "file" ? first : Math.max(first, text.lastIndexOf("\n", offset - 1) + 1);
  const indent = scope === "file" ? "" : (/^[ \t]*/.exec(text.slice(start, start + 80))?.[0] ?? "");
  const added = withBreaksOf(text, `${indent}${comment}\n`);
  const edit = { file: file.path, span: { start, end: start }, text: added };
  // Within a block comment it would be read by nobody.
  const isBlockAbove = text.lastIndexOf(";--", start) !== -1 || text.lastIndexOf("--;", start) !== -1;
  if (!isBlockAbove) return edit;
  const after = applyEdits(text, [edit]);
  const semicolon = start + indent.length;
  return lineCommentsWith(after, suppressionWord).some((one) => one.start === semicolon) ? edit : undefined;
}

function belowHeader(offset: number, comment: string, file: LoadedFile): FileEdit | undefined {
  const { headers, text } = file.lines;
  const header = headers[firstIndex(headers, ({ start }) => start > offset) - 1];
  if (header === undefined) return undefined;
  const next = text.slice(header.end + 1, text.indexOf("\n", header.end + 1));
  const indent = /^[ \t]*(?=\S)/.exec(next)?.[0] ?? "";
  const edit = lineBehind({ file, line: header }, `${indent}${comment}`);
  return edit === undefined ? undefined : { ...edit, file: file.path };
}
