// What a run of `lint` gets its files from: the disk, unless a mode of running puts something in its place.

import type { Files, Settings, SourceFile } from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { type Found, findInstallations } from "../node/find-installations.ts";
import { replaceFile } from "../node/write-file.ts";

/** The files of one installation, and which of them were read. */
export interface OpenFiles extends Files {
  readonly sources: readonly SourceFile[];
}

export interface LintHost {
  readonly find: (paths: readonly string[], settings: Settings) => Found;
  /** Which of the installations are checked; all of them where it is absent. */
  readonly select?: (found: Found, settings: Settings, host: LintHost) => Found;
  readonly open: (directory: string) => OpenFiles;
  readonly write: typeof replaceFile;
}

export const diskHost: LintHost = {
  find: findInstallations,
  open: (directory) => new DiskFiles(directory),
  write: replaceFile,
};
