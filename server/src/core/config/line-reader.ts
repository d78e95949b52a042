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
  /** What was read beside somebody else shares lines with what that one will move. */
  readonly #own = new WeakMap<SourceFile, FileLines>();

  /** `base`: what somebody else read, who still needs it. */
  constructor(base?: LatestLines) {
    this.#base = base;
  }

  /** Reads a file. The lines that were read of that path before are used up: the same objects are in the new ones. */
  readonly read: LineReader = (file, entry) => {
    if (entry.depth !== 0 || !entry.first) return readLines(file.text, entry);
    let lines = this.#own.get(file) ?? known.get(file);
    if (lines === undefined) {
      lines = this.#reread(file) ?? readLines(file.text, entry);
      (this.#base === undefined ? known : this.#own).set(file, lines);
    }
    this.#files.set(file.path, file);
    return lines;
  };

  private linesAt(path: string): FileLines | undefined {
    const file = this.#files.get(path);
    return file && known.get(file);
  }

  #reread(file: SourceFile): FileLines | undefined {
    const beside = this.#base?.linesAt(file.path);
    if (this.#base !== undefined) return beside && rereadLines(file.text, beside, false);
    const before = this.#files.get(file.path);
    const lines = before && known.get(before);
    if (before === undefined || lines === undefined) return undefined;
    known.delete(before);
    return rereadLines(file.text, lines, true);
  }
}
