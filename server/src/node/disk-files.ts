// The files of one installation on disk. Reads when asked, each path once. Only regular files are ever opened:
// reading a FIFO or a device could wait for ever.

import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { decodeBytes, encodeText, type FileContent, type Files, type SourceFile } from "../core/api.ts";

/** A bigger file is nobody's configuration, and would not fit into one string. */
const maximumBytes = 256 * 1024 * 1024;

export class DiskFiles implements Files {
  readonly directory: string;
  readonly #contents = new Map<string, FileContent>();
  readonly #folders = new Map<string, readonly string[]>();

  constructor(directory: string) {
    this.directory = directory;
  }

  readonly read = (path: string): FileContent => {
    const known = this.#contents.get(path);
    if (known !== undefined) return known;
    const content = readContent(path, bytesOf(`${this.directory}/${path}`));
    this.#contents.set(path, content);
    return content;
  };

  readonly list = (folder: string): readonly string[] => {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const names = listFolder(bytesOf(`${this.directory}/${folder}`));
    this.#folders.set(folder, names);
    return names;
  };

  /** The files that were read so far. */
  get sources(): SourceFile[] {
    return [...this.#contents.values()].filter((content) => typeof content !== "string");
  }
}

/** Text of bytes on disk; encodeText turns it back into the very same bytes. */
export function decodeFile(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString("utf8") : decodeBytes(bytes);
}

/** A path that may hold bytes that are not UTF-8. */
export function bytesOf(path: string): string | Buffer {
  return /^[\x20-\x7e]*$/.test(path) ? path : Buffer.from(encodeText(path));
}

function readContent(path: string, place: string | Buffer): FileContent {
  try {
    const state: Stats | undefined = statSync(place, { throwIfNoEntry: false });
    if (state === undefined) return "absent";
    // To Asterisk a device is the same as a directory: "is not a regular file, ignoring".
    if (!state.isFile()) return "directory";
    if (state.size > maximumBytes) return "unreadable";
    return { path, text: decodeFile(readFileSync(place)) };
  } catch (error) {
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "ERR_INVALID_ARG_VALUE"].includes(codeOf(error))
      ? "absent"
      : "unreadable";
  }
}

function listFolder(place: string | Buffer): readonly string[] {
  try {
    return readdirSync(place, { encoding: "buffer" }).map(decodeFile);
  } catch {
    return [];
  }
}

/** The code of an error of the file system, such as "ENOENT". */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
