// Reads the lines of files, each state of a file once, and of an edited file only what is different.

import { type Entry, type FileLines, readLines } from "../syntax/read-lines.ts";
import { rereadLines } from "../syntax/reread-lines.ts";
import type { SourceFile } from "../text/source-file.ts";

export type LineReader = (file: SourceFile, entry: Entry) => FileLines;

/** By the identity of the file, for as long as that object lives. */
const known = new WeakMap<SourceFile, FileLines>();

/** A reader that remembers the lines of each path that it read last. */
export function lineReader(): LineReader {
  const latest = new Map<string, FileLines>();
  return (file, entry) => {
    if (entry.depth !== 0 || !entry.first) return readLines(file.text, entry);
    let lines = known.get(file);
    if (lines === undefined) {
      const before = latest.get(file.path);
      lines = (before && rereadLines(file.text, before)) ?? readLines(file.text, entry);
      known.set(file, lines);
    }
    latest.set(file.path, lines);
    return lines;
  };
}
