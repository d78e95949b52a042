// What a run of `lint` gets its files from: the disk, unless a mode of running puts something in its place.

import type { Files, Settings, SourceFile } from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { type Found, findInstallations } from "../node/find-installations.ts";
import { replaceFile } from "../node/write-file.ts";
import type { Projects } from "./projects.ts";

/** The files of one installation, and which of them were read. */
export interface OpenFiles extends Files {
  readonly sources: readonly SourceFile[];
}

/** What Asterisk's side of the settings of a directory is. */
export type SettingsOf = (directory: string) => Settings;

export interface LintHost {
  readonly find: (paths: readonly string[], settingsOf: SettingsOf) => Found;
  /** Which of the installations are checked; all of them where it is absent. */
  readonly select?: (found: Found, projects: Projects, host: LintHost) => Found;
  readonly open: (directory: string) => OpenFiles;
  readonly write: typeof replaceFile;
}

export const diskHost: LintHost = {
  find: findInstallations,
  open: (directory) => new DiskFiles(directory),
  write: replaceFile,
};
