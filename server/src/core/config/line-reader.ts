// Reads the lines of files, each state of a file once, and of an edited file only what is different.

import { type Entry, type FileLines, readLines } from "../syntax/read-lines.ts";
import { rereadLines } from "../syntax/reread-lines.ts";
import type { SourceFile } from "../text/source-file.ts";

export type LineReader = (file: SourceFile, entry: Entry) => FileLines;

/** By the identity of the file, for as long as that object lives. */
const known = new WeakMap<SourceFile, FileLines>();

/** The lines of each path that were read last. */
export class LatestLines {
  readonly #files = new Map<string, SourceFile>();
  readonly #base: LatestLines | undefined;

  /** `base`: what somebody else read, who still needs it. */
  constructor(base?: LatestLines) {
    this.#base = base;
  }

  /** Reads a file. The lines that were read of that path before are used up: the same objects are in the new ones. */
  readonly read: LineReader = (file, entry) => {
    if (entry.depth !== 0 || !entry.first) return readLines(file.text, entry);
    let lines = known.get(file);
    if (lines === undefined) {
      lines = this.#reread(file) ?? readLines(file.text, entry);
      known.set(file, lines);
    }
    this.#files.set(file.path, file);
    return lines;
  };

  private fileAt(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  #reread(file: SourceFile): FileLines | undefined {
    const own = this.#files.get(file.path);
    const before = own ?? this.#base?.fileAt(file.path);
    const lines = before && known.get(before);
    if (before === undefined || lines === undefined) return undefined;
    const moves = own !== undefined && this.#base === undefined;
    if (moves) known.delete(before);
    return rereadLines(file.text, lines, moves);
  }
}
