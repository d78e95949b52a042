// From the paths on the command line to the installations they mean.

import { accessSync, constants, type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import {
  type Files,
  knownFile,
  openInstallation,
  renderedNames,
  type Settings,
  speaksForAsterisk,
} from "../core/api.ts";
import { codeOf, DiskFiles } from "./disk-files.ts";
import { slashed } from "./slashed.ts";

/** A directory, what to load of it, and which of its files are asked for (undefined: all). */
export interface FoundInstallation {
  readonly directory: string;
  readonly roots: readonly string[];
  readonly only: ReadonlySet<string> | undefined;
}

export interface Found {
  readonly installations: readonly FoundInstallation[];
  /** Paths that are missing or unreadable, with the reason. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
  /** Directories without any configuration below them. */
  readonly empty: readonly string[];
}

/** Folders above a file that are tried as the installation that includes it. */
const maximumClimb = 4;

export function findInstallations(
  paths: readonly string[],
  settingsOf: (directory: string) => Settings,
): Found {
  const found = new Map<string, { directory: string; roots: Set<string>; only: Set<string> | undefined }>();
  const failures: { path: string; reason: string }[] = [];
  const empty: string[] = [];
  for (const path of paths) {
    try {
      const real = realpathSync(path);
      const state = statSync(real);
      if (state.isDirectory()) {
        const before = failures.length;
        const directories = walk(real, (at, error) =>
          failures.push({ path: shownIn(path, real, at), reason: reasonOf(error) }),
        );
        for (const { directory, roots } of directories) add(directory, roots, undefined);
        if (directories.length === 0 && failures.length === before) empty.push(path);
      } else if (state.isFile()) {
        accessSync(real, constants.R_OK);
        // The name as given decides what the file is; a link may have another one.
        const place = join(realpathSync(dirname(resolve(path))), basename(path));
        const { directory, roots, only } = installationOf(place, settingsOf);
        add(directory, roots, only);
      } else failures.push({ path, reason: "neither a file nor a directory" });
    } catch (error) {
      failures.push({ path, reason: reasonOf(error) });
    }
  }
  const installations = [...found.values()].map(({ directory, roots, only }) => ({
    directory,
    roots: [...roots].sort(),
    only,
  }));
  return { installations, failures, empty };

  function add(directory: string, roots: readonly string[], only: ReadonlySet<string> | undefined): void {
    const known = found.get(directory);
    if (known === undefined) {
      found.set(directory, { directory, roots: new Set(roots), only: only && new Set(only) });
      return;
    }
    for (const root of roots) known.roots.add(root);
    if (only === undefined) known.only = undefined;
    else for (const file of only) known.only?.add(file);
  }
}

/** The installation that a single file belongs to, and the root files that read it. */
export function installationOf(
  file: string,
  settingsOf: (directory: string) => Settings,
  open: (directory: string) => Files = (directory) => new DiskFiles(directory),
): FoundInstallation {
  const own = dirname(file);
  const name = basename(file);
  if (knownFile(name) !== undefined) return { directory: own, roots: [name], only: undefined };
  const [rendered = name] = renderedNames([name]);
  // Beside a file of the same name a template is not what Asterisk reads.
  if (knownFile(rendered) !== undefined && !existsSync(join(own, rendered)))
    return { directory: own, roots: [rendered], only: undefined };
  let directory = own;
  for (let climbed = 0; climbed <= maximumClimb; climbed++) {
    const roots = rootsIn(directory);
    if (roots.length > 0) {
      const path = slashed(relative(directory, file));
      const { load } = openInstallation(open(directory), settingsOf(directory));
      const readers = roots.filter((root) => load(root).files.some((loaded) => loaded.path === path));
      if (readers.length > 0) return { directory, roots: readers, only: new Set([path]) };
    }
    const parent = dirname(directory);
    if (parent === directory) break;
    directory = parent;
  }
  return { directory: own, roots: [name], only: undefined };
}

/** The root files of a directory. */
export function rootsIn(directory: string): string[] {
  try {
    return rootNames(directory, readdirSync(directory, { withFileTypes: true }));
  } catch {
    return [];
  }
}

/**
 * All installations below a directory, by name, outer ones before inner ones. Symbolic links to directories are
 * not followed, as in grep -r: what they lead to is found where it lies, or is not meant.
 */
function walk(
  top: string,
  fail: (path: string, error: unknown) => void,
): { readonly directory: string; readonly roots: readonly string[] }[] {
  const found: { directory: string; roots: readonly string[] }[] = [];
  const waiting = [top];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      fail(directory, error);
      continue;
    }
    const roots = rootNames(directory, entries);
    if (directory === top ? roots.length > 0 : roots.some(speaksForAsterisk))
      found.push({ directory, roots });
    for (const entry of entries.sort((left, right) => (left.name < right.name ? 1 : -1))) {
      const skipped = entry.name.startsWith(".") || entry.name === "node_modules";
      if (entry.isDirectory() && !skipped) waiting.push(join(directory, entry.name));
    }
  }
  return found;
}

function rootNames(directory: string, entries: readonly Dirent[]): string[] {
  const files = entries.filter((entry) => isRoot(entry.name) && !isDirectory(directory, entry));
  return [...renderedNames(files.map(({ name }) => name))].sort();
}

/** Whether Asterisk opens a file, or one that a template engine makes of it. */
function isRoot(name: string): boolean {
  return renderedNames([name]).some((rendered) => knownFile(rendered) !== undefined);
}

/** A link that leads nowhere counts as no file, too. */
function isDirectory(directory: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(join(directory, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? true;
  } catch {
    return true;
  }
}

/** A place that was found below a path, as the user would write it. */
function shownIn(path: string, real: string, at: string): string {
  return at === real ? path : join(path, relative(real, at));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  ENOTDIR: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
};

/** What went wrong with a path, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? (code === "" ? "cannot be read" : `cannot be read (${code})`);
}
