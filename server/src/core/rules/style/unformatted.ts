import { isDialplanFile } from "../../catalog/files.ts";
import { blankEdits } from "../../format/blank-edits.ts";
import { formattedFile } from "../../format/format.ts";
import { counted } from "../../text/counted.ts";
import type { TextEdit } from "../../text/edits.ts";
import { LineIndex } from "../../text/line-index.ts";
import type { Span } from "../../text/span.ts";
import { type InstallationQuestion, rootFiles, sameSets } from "../../workspace/installation.ts";
import type { TextRule } from "../rule.ts";

export const unformatted: TextRule = {
  id: "style/unformatted",
  on: "text",
  effect: "redundant",
  profile: "strict",
  summary: "File that formatting would change",
  *check(file, text, { installation, root }) {
    const { path } = file;
    // What lies elsewhere belongs to somebody else.
    if (path.startsWith("/") || path.startsWith("../")) return;
    const dialplan = isDialplanFile(root) && !installation.ask(readOtherwise, undefined).has(path);
    const edits = blankEdits(text, formattedFile(path, text, { ...installation.settings.format, dialplan }));
    const first = edits[0];
    if (first === undefined) return;
    const lines = linesWith(edits, text);
    yield {
      file,
      span: visible(first.span, text),
      message: `formatting would change the blanks or empty lines of this file in ${counted(lines, "line")}, first here ("asterisk-analyzer format --diff" shows them all)`,
      fixes: [{ title: "Format the file", safe: true, edits: edits.map((edit) => ({ ...edit, file })) }],
    };
  },
};

/** The files that are read as something else than a dialplan, where a dialplan may include them as well. */
const readOtherwise: InstallationQuestion<undefined, ReadonlySet<string>> = {
  compute: ({ files, load }) => {
    const others = rootFiles(files).filter((root) => !isDialplanFile(root));
    return new Set(others.flatMap((root) => load(root).files.map(({ path }) => path)));
  },
  same: sameSets,
};

/** How many lines have edits in them, or are added. */
function linesWith(edits: readonly TextEdit[], text: string): number {
  const index = new LineIndex(text);
  let count = 0;
  let last = 0;
  for (const { span, text: inserted } of edits) {
    const from = index.position(span.start).line;
    const end = index.position(span.end);
    // Whole lines that go or come leave the line behind them as it is.
    const isWhole = end.column === 1 && (inserted === "" || inserted.endsWith("\n"));
    const to = isWhole ? Math.max(from, end.line - 1) : end.line;
    count += to - Math.max(from, last + 1) + 1;
    last = Math.max(last, to);
  }
  return count;
}

/** A place that can be seen: of several lines the first, and where blanks are missing the character there. */
function visible({ start, end }: Span, text: string): Span {
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : newline;
  const stop = Math.max(start + 1, Math.min(end, lineEnd));
  return stop <= text.length ? { start, end: stop } : { start: Math.max(0, start - 1), end: start };
}
