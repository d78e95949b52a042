// All lines of the file that is asked about, blank ones and comments too.

import type { Line } from "../../syntax/line.ts";
import { type PhysicalLine, physicalLines } from "../../syntax/physical-lines.ts";
import type { Subject } from "../subject.ts";
import { linesOf } from "../subject-file.ts";

const known = new WeakMap<readonly Line[], { readonly text: string; readonly lines: PhysicalLine[] }>();

/** All lines, blank ones and comments too; counted once for each text. */
export function physicalLinesOf(subject: Subject): readonly PhysicalLine[] {
  const read = linesOf(subject);
  const before = known.get(read);
  if (before?.text === subject.text) return before.lines;
  const lines = physicalLines(subject.text, read);
  known.set(read, { text: subject.text, lines });
  return lines;
}
