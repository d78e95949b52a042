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
    write(real, encodeText(after), state);
    return undefined;
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** Writes a file of our own as a whole, whether it is there or not, through symbolic links. Throws where it cannot. */
export function saveFile(path: string, text: string): void {
  const state = statSync(path, { throwIfNoEntry: false });
  const bytes = encodeText(text);
  // What is no file, such as /dev/stdout, can only be written to.
  if (state === undefined) writeFileSync(path, bytes, { flag: "wx" });
  else if (state.isFile()) write(realpathSync(path), bytes, state);
  else writeFileSync(path, bytes);
}

function isInside(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : `${directory}${sep}`);
}

function write(path: string, bytes: Uint8Array, state: Stats): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      writeAll(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (keepOwner(temporary, state)) renameSync(temporary, path);
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
