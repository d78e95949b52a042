import { type Entry, type FileLines, readLines } from "../syntax/read-lines.ts";
import type { SourceFile } from "../text/source-file.ts";

/** Reads the lines of files and remembers them by the identity of the file, for as long as that object lives. */
export function lineReader(): (file: SourceFile, entry: Entry) => FileLines {
  const known = new WeakMap<SourceFile, FileLines>();
  return (file, entry) => {
    if (entry.depth !== 0 || !entry.first) return readLines(file.text, entry);
    const before = known.get(file);
    if (before !== undefined) return before;
    const lines = readLines(file.text, entry);
    known.set(file, lines);
    return lines;
  };
}
