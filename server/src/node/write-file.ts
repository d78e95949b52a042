// Replaces a file of an installation as a whole: who is killed, or finds the disk full, leaves the old one. The new text
// is complete in a file beside it first, whose name no `#include` matches (patterns leave out names with a leading dot),
// and takes the other's place in one step. Where that would break a hard link, the owner or a mount, the text is written
// into the file itself while the other one lies beside it: after a crash in that moment one of them is complete.

import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { sep } from "node:path";
import { encodeText } from "../core/api.ts";
import { bytesOf, codeOf, decodeFile } from "./disk-files.ts";

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
    const real = realPath(`${directory}/${path}`);
    if (!isInside(real, realPath(directory))) return "outside";
    const place = bytesOf(real);
    const old = encodeText(before);
    if (!readFileSync(place).equals(old)) return "changed-meanwhile";
    const state = statSync(place);
    // A file that its owner has made read-only is not to be changed, even where we could.
    if ((state.mode & 0o200) === 0) return { error: "read-only" };
    write(real, old, encodeText(after), state);
    return undefined;
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** A refusal in words that follow the name of the file. */
export function refusalText(refusal: Refusal): string {
  if (refusal === "outside") return "lies outside the installation, left as it is";
  if (refusal === "changed-meanwhile") return "was changed meanwhile, left as it is";
  return `cannot be written (${reasons[refusal.error] ?? refusal.error})`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EDQUOT: "no space left",
  EFBIG: "too big",
  ENOSPC: "no space left",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
};

/** The path without links; may hold bytes that are not UTF-8, as all our paths. */
export function realPath(path: string): string {
  return decodeFile(realpathSync.native(bytesOf(path), { encoding: "buffer" }));
}

function isInside(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : `${directory}${sep}`);
}

/** Puts a file in the place of the one at `path`, with its owner and mode; `state` is undefined where there is none. */
export function writeWhole(path: string, bytes: Uint8Array, state: Stats | undefined): void {
  write(path, state === undefined ? new Uint8Array() : readFileSync(bytesOf(path)), bytes, state);
}

function write(path: string, before: Uint8Array, after: Uint8Array, state: Stats | undefined): void {
  const folder = path.slice(0, path.lastIndexOf(sep) + 1);
  const name = `.asterisk-analyzer.${crypto.randomUUID().slice(-12)}.tmp`;
  const temporary = bytesOf(`${folder}${name}`);
  let isNeeded = false;
  try {
    // A new file gets the mode that any program would give it; one that takes another's place is nobody's until then.
    const mode = state === undefined ? 0o666 : 0o600;
    withFile(temporary, "wx", (descriptor) => writeAll(descriptor, after), mode);
    const place = bytesOf(path);
    if (state === undefined) {
      renameSync(temporary, place);
      return;
    }
    if (keepOwner(temporary, state) && moved(temporary, place)) return;
    isNeeded = overwritten(place, before, after) === "half";
    if (isNeeded) throw Object.assign(new Error(), { code: `half written; all of it is in ${name}` });
  } finally {
    if (!isNeeded) rmSync(temporary, { force: true });
  }
}

/** False where the name itself is held fast, as that of a file which is mounted into a container. */
function moved(from: string | Buffer, to: string | Buffer): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EBUSY") return false;
    throw error;
  }
}

/** Writes into the file itself. What fails leaves there what was there; "half" where not even that is possible. */
function overwritten(place: string | Buffer, before: Uint8Array, after: Uint8Array): "half" | undefined {
  return withFile(place, "r+", (descriptor) => {
    try {
      writeAll(descriptor, after);
    } catch (error) {
      try {
        writeAll(descriptor, before);
        ftruncateSync(descriptor, before.length);
      } catch {
        return "half";
      }
      throw error;
    }
    ftruncateSync(descriptor, after.length);
    return undefined;
  });
}

/** Opens a file, and closes it when its bytes are on the disk. */
function withFile<Result>(
  place: string | Buffer,
  flags: "wx" | "r+",
  use: (descriptor: number) => Result,
  mode = 0o600,
): Result {
  const descriptor = openSync(place, flags, mode);
  try {
    const result = use(descriptor);
    fsyncSync(descriptor);
    return result;
  } finally {
    closeSync(descriptor);
  }
}

/** From the beginning of the file on. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(descriptor, bytes, written, bytes.length - written, written);
}

/** Gives a file the owner and mode of another; false where we may not. */
function keepOwner(path: string | Buffer, { uid, gid, mode, nlink }: Stats): boolean {
  if (nlink > 1) return false;
  const own = statSync(path);
  try {
    if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
  } catch {
    // Asterisk may not be able to read a file that belongs to us instead of it.
    return false;
  }
  chmodSync(path, mode & 0o7777);
  return true;
}
