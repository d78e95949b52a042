// Replaces a file of an installation as a whole: a crash or a full disk leaves the old one.

import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { encodeText } from "../core/api.ts";
import { bytesOf, codeOf } from "./disk-files.ts";

/** Why a file was left alone. */
export type Refusal = "outside" | "changed-meanwhile" | { readonly error: string };

/** Writes `after` where the file still holds `before`, through symbolic links; undefined: done. */
export function replaceFile(
  directory: string,
  path: string,
  before: string,
  after: string,
): Refusal | undefined {
  try {
    const real = realpathSync(bytesOf(`${directory}/${path}`));
    if (!isInside(real, realpathSync(directory))) return "outside";
    if (!readFileSync(real).equals(encodeText(before))) return "changed-meanwhile";
    const state = statSync(real);
    // A file that its owner has made read-only is not to be changed, even where we could.
    if ((state.mode & 0o200) === 0) return { error: "read-only" };
    writeWhole(real, encodeText(after), state);
    return undefined;
  } catch (error) {
    return { error: codeOf(error) };
  }
}

function isInside(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : `${directory}${sep}`);
}

/** Puts a file in the place of the one at `path`, with its owner and mode; `state` is undefined where there is none. */
export function writeWhole(path: string, bytes: Uint8Array, state: Stats | undefined): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, "wx", state === undefined ? 0o666 : 0o600);
    try {
      writeAll(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (state === undefined || keepOwner(temporary, state)) renameSync(temporary, path);
    // Asterisk may not be able to read a file that belongs to us instead of it.
    else writeFileSync(path, bytes);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

/** Gives a file the owner and mode of another; false where we may not. */
function keepOwner(path: string, { uid, gid, mode, nlink }: Stats): boolean {
  if (nlink > 1) return false;
  const own = statSync(path);
  try {
    if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
  } catch {
    return false;
  }
  chmodSync(path, mode & 0o7777);
  return true;
}
