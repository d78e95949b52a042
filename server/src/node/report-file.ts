// A file that a report goes to: refused early where it cannot be written, and replaced as a whole at the end.

import { accessSync, constants, realpathSync, type Stats, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { encodeText } from "../core/api.ts";
import { bytesOf, codeOf } from "./disk-files.ts";
import { reasonOf } from "./find-installations.ts";
import { writeWhole } from "./write-file.ts";

export interface ReportFile {
  /** Writes the report, unless that would cost one of the files that were read; what went wrong, or undefined. */
  readonly write: (pieces: readonly string[], read: Iterable<string>) => string | undefined;
}

/** The file of that name, which need not exist; or why it cannot be written. */
export function reportFile(path: string): ReportFile | string {
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state?.isDirectory()) return "is a directory";
    const folder = dirname(resolve(path));
    const parent = statSync(folder, { throwIfNoEntry: false });
    if (parent?.isDirectory() !== true) return "the directory it is to be in does not exist";
    // A file that its owner has made read-only is not to be changed, even where we could.
    if (state?.isFile() && (state.mode & 0o200) === 0) return "read-only";
    // A file is replaced by another one beside it; into a pipe or a device is written.
    accessSync(state === undefined || state.isFile() ? folder : path, constants.W_OK);
    return { write: (pieces, read) => write(path, pieces, read) };
  } catch (error) {
    return writeReason(error);
  }
}

/** The same for two names of one file, which need not exist: links of either kind, folders that are links. */
export function fileKey(path: string): string {
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    // What is written into a device or a pipe replaces nothing.
    if (state?.isFile()) return `${state.dev}:${state.ino}`;
    return state === undefined ? join(realpathSync(dirname(resolve(path))), basename(path)) : resolve(path);
  } catch {
    return resolve(path);
  }
}

function write(path: string, pieces: readonly string[], read: Iterable<string>): string | undefined {
  try {
    const bytes = encodePieces(pieces);
    const state: Stats | undefined = statSync(path, { throwIfNoEntry: false });
    if (state !== undefined && [...read].some((other) => isSameFile(other, state)))
      return "would replace a file that was read, left as it is";
    if (state !== undefined && !state.isFile()) writeFileSync(path, bytes);
    else writeWhole(state === undefined ? resolve(path) : realpathSync(path), bytes, state);
    return undefined;
  } catch (error) {
    return writeReason(error);
  }
}

/** Also through links of either kind. */
function isSameFile(path: string, { dev, ino }: Stats): boolean {
  const state = statSync(bytesOf(path), { throwIfNoEntry: false });
  return state !== undefined && state.dev === dev && state.ino === ino;
}

/** The bytes of many short texts, without one string of them all. */
function encodePieces(pieces: readonly string[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < pieces.length; at += 1000)
    parts.push(encodeText(pieces.slice(at, at + 1000).join("")));
  return Buffer.concat(parts);
}

function writeReason(error: unknown): string {
  const reason = reasonOf(error);
  return reason.startsWith("cannot be read") ? `cannot be written (${codeOf(error)})` : reason;
}
