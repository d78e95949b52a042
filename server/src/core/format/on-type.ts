// What is formatted while somebody types: the line that was just ended, the indentation of the one that begins, and the
// blank before an operator. Nothing behind the cursor changes.

import { type PhysicalLine, physicalLines } from "../syntax/physical-lines.ts";
import type { TextEdit } from "../text/edits.ts";
import { firstIndex } from "../text/first-index.ts";
import { type FormatOptions, formatRangeEdits } from "./format.ts";
import { isUntouched, type OptionShape, optionShapes } from "./option-shape.ts";
import { fileStyle } from "./style.ts";

/** The edits after a character was typed in front of an offset. */
export function formatOnTypeEdits(
  text: string,
  offset: number,
  character: string,
  options: FormatOptions,
): TextEdit[] {
  const lines = physicalLines(text);
  const index = lineAt(lines, offset);
  const line = lines[index];
  if (line === undefined) return [];
  if (character === "\n") return afterLineBreak(text, lines, index, options);
  if (character !== "=" && character !== ">") return [];
  const isFirst = text.slice(line.start, offset - 1).search(/=(?!$)/) < 0;
  if (!isFirst || isUntouched(text, line)) return [];
  return formatRangeEdits(text, { start: line.start, end: line.end }, options).filter(
    ({ span }) => span.start >= line.start && span.end < offset,
  );
}

function afterLineBreak(
  text: string,
  lines: readonly PhysicalLine[],
  index: number,
  options: FormatOptions,
): TextEdit[] {
  const line = lines[index];
  const above = lines[index - 1];
  if (line === undefined || above === undefined) return [];
  const edits = formatRangeEdits(text, { start: above.start, end: above.end }, options).filter(
    ({ span }) => span.start >= above.start && span.end <= above.end,
  );
  if (line.kind !== "blank" || line.depth !== 0) return edits;
  const shapes = optionShapes(text, lines, options.dialplan);
  const wanted = isStep(shapes[index - 1])
    ? fileStyle(text, lines, shapes, options.tabs === true ? "\t" : " ").sameIndentation
    : "";
  const present = text.slice(line.start, line.end);
  if (present === wanted || !/^[ \t]*$/.test(present)) return edits;
  return [...edits, { span: { start: line.start, end: line.end }, text: wanted }];
}

function isStep(shape: OptionShape | undefined): boolean {
  return shape?.statement === "exten" || shape?.statement === "same";
}

function lineAt(lines: readonly PhysicalLine[], offset: number): number {
  return Math.max(0, firstIndex(lines, ({ start }) => start > offset) - 1);
}
