// `lint -`: a file whose text comes from standard input, as editors have it before it is saved; the rest of its
// installation comes from disk. With --fix the mended text goes to standard output, and what is left to say beside it.

import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve } from "node:path";
import { installationOf, reasonOf } from "../node/find-installations.ts";
import { slashed } from "../node/slashed.ts";
import { type LintOptions, lintCommand } from "./lint-command.ts";
import type { LintHost, OpenFiles } from "./lint-host.ts";
import { print, reportBesideOutput } from "./output.ts";
import type { Projects } from "./projects.ts";
import { standardInput } from "./read-stdin.ts";
import { UsageError } from "./usage-error.ts";

/** Returns the exit code, that of the same file on disk. */
export async function lintStandardInput(
  paths: readonly string[],
  options: LintOptions & { readonly stdinFilename?: string },
  projects: Projects,
  disk: LintHost,
): Promise<number> {
  const { stdinFilename, fix, diff } = options;
  if (stdinFilename === undefined)
    throw new UsageError("lint - needs --stdin-filename: the name of a file decides how Asterisk reads it");
  const other = paths.find((path) => path !== "-" && path !== ".");
  if (other !== undefined) throw new UsageError(`${other}: with --stdin-filename there are no other paths`);
  const place = placeOf(stdinFilename);
  const text = await standardInput();
  const open = (directory: string): OpenFiles =>
    replaced(disk.open(directory), below(directory, place), text);
  const { directory, roots } = installationOf(place, projects.settingsOf, open);
  const found = { directory, roots, only: new Set([below(directory, place)]) };
  let mended = text;
  const host: LintHost = {
    find: () => ({ installations: [found], failures: [], empty: [] }),
    open,
    write: (_directory, _path, _before, after) => {
      mended = after;
      return undefined;
    },
  };
  const printsText = fix === true && diff !== true;
  const back = printsText ? reportBesideOutput() : () => {};
  const code = await lintCommand([], options, projects, host);
  back();
  if (printsText) print(mended);
  return code;
}

/** The file need not be there, its folder has to. */
function placeOf(path: string): string {
  try {
    const place = join(realpathSync(dirname(resolve(path))), basename(path));
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
      throw new UsageError(`--stdin-filename ${path}: this is a directory`);
    return place;
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(`--stdin-filename ${path}: ${reasonOf(error)}`);
  }
}

function below(directory: string, place: string): string {
  return slashed(relative(directory, place));
}

/** The files with another text in one of them, which need not be there. */
function replaced(files: OpenFiles, own: string, text: string): OpenFiles {
  let isRead = false;
  const folder = posix.dirname(own);
  const isIn = (path: string): boolean => posix.normalize(`${path}/.`) === posix.normalize(`${folder}/.`);
  return {
    read: (path) => {
      if (posix.normalize(path) !== own) return files.read(path);
      isRead = true;
      return { path, text };
    },
    list: (path) => {
      const names = files.list(path);
      const name = posix.basename(own);
      if (!isIn(path) || typeof names === "string" || names?.includes(name)) return names;
      return [...(names ?? []), name];
    },
    get sources() {
      return isRead ? [...files.sources, { path: own, text }] : files.sources;
    },
  };
}
