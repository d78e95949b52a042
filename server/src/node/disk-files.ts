// The files of one installation on disk. Reads when asked, each path once. Only regular files are ever opened:
// reading a FIFO or a device could wait for ever.

import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { decodeBytes, encodeText, type FileContent, type Files, type SourceFile } from "../core/api.ts";

/** A bigger file is nobody's configuration, and would not fit into one string. */
const maximumBytes = 256 * 1024 * 1024;

/** So many missing files are looked for one by one; for more of them it is less work to list the directory. */
const patience = 4;

export class DiskFiles implements Files {
  readonly directory: string;
  readonly #onRead: ((bytes: number) => void) | undefined;
  readonly #contents = new Map<string, FileContent>();
  readonly #folders = new Map<string, readonly string[]>();
  /** Files that were asked for and are not there. */
  #misses = 0;
  /** What the directory lists, in lower case; empty where it cannot be listed. */
  #names: ReadonlySet<string> | undefined;

  /** `onRead`: is told how many bytes a file has, before it is read. */
  constructor(directory: string, onRead?: (bytes: number) => void) {
    this.directory = directory;
    this.#onRead = onRead;
  }

  readonly read = (path: string): FileContent => {
    const known = this.#contents.get(path);
    if (known !== undefined) return known;
    const isListed = this.#misses < patience || this.#mayBeThere(path);
    const content = isListed
      ? readContent(path, bytesOf(`${this.directory}/${path}`), this.#onRead)
      : "absent";
    if (content === "absent") this.#misses++;
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

  /** False where the directory lists no such name, in any case, since some systems do not tell these apart. */
  #mayBeThere(path: string): boolean {
    if (!/^\w[\w.-]*$/.test(path)) return true;
    this.#names ??= new Set(namesIn(bytesOf(this.directory))?.map((name) => name.toLowerCase()) ?? []);
    return this.#names.size === 0 || this.#names.has(path.toLowerCase());
  }

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

function readContent(
  path: string,
  place: string | Buffer,
  onRead: ((bytes: number) => void) | undefined,
): FileContent {
  try {
    const state: Stats | undefined = statSync(place, { throwIfNoEntry: false });
    if (state === undefined) return "absent";
    // To Asterisk a device is the same as a directory: "is not a regular file, ignoring".
    if (!state.isFile()) return "directory";
    if (state.size > maximumBytes) return "unreadable";
    onRead?.(state.size);
    return { path, text: decodeFile(readFileSync(place)) };
  } catch (error) {
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "ERR_INVALID_ARG_VALUE"].includes(codeOf(error))
      ? "absent"
      : "unreadable";
  }
}

function listFolder(place: string | Buffer): readonly string[] {
  return namesIn(place) ?? [];
}

/** Undefined where the folder cannot be listed. */
function namesIn(place: string | Buffer): string[] | undefined {
  try {
    return readdirSync(place, { encoding: "buffer" }).map(decodeFile);
  } catch {
    return undefined;
  }
}

/** The code of an error of the file system, such as "ENOENT". */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
