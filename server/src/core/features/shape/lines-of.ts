// The lines of the file that is asked about, as they were read for its installation; nothing is read twice.

import type { Line } from "../../syntax/line.ts";
import { readLines } from "../../syntax/read-lines.ts";
import type { Subject } from "../subject.ts";
import { type PhysicalLine, physicalLines } from "./physical-lines.ts";

/** The meaningful lines, the very objects of the load where a root file reads the file. */
export function linesOf({ installation, file, text, roots }: Subject): readonly Line[] {
  const [root] = roots;
  const loaded =
    root === undefined ? undefined : installation.load(root).files.find(({ path }) => path === file);
  return loaded?.lines.text === text ? loaded.lines.lines : readLines(text).lines;
}

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
