// What an editor asks about: one file of an installation, and the root files that read it.

import { isDialplanFile } from "../catalog/files.ts";
import type { Installation } from "../workspace/installation.ts";

export interface Subject {
  readonly installation: Installation;
  /** Path of the file from the directory of the installation. */
  readonly file: string;
  readonly text: string;
  /** The root files that read it, itself included; what is asked is answered as the first of them reads it. */
  readonly roots: readonly string[];
}

/** Whether a file is read as a dialplan, by the root file that reads it. */
export function isDialplan({ file, roots }: Subject): boolean {
  return isDialplanFile(roots[0] ?? file);
}
