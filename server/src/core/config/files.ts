// How the core asks for files. A host answers from memory or disk; the core itself never reads anything.

import type { SourceFile } from "../text/source-file.ts";

/** What a host knows of a path: its text, that there is nothing to read, or nothing yet. */
export type FileContent = SourceFile | "absent" | "directory" | "unreadable" | "unknown";

/** The files of one installation; paths are relative to its directory, "/" between folders. */
export interface Files {
  /** The same object for the same path as long as the text is the same. */
  readonly read: (path: string) => FileContent;
  /** Names in a folder ("" is the installation itself); empty where there is no such folder; undefined: unknown. */
  readonly list: (folder: string) => readonly string[] | undefined;
}
