// `--changed SINCE`: only installations that read a file which git says was touched since a revision, whether that is
// committed or not. git is asked for names only, in a way that starts no program which the repository's settings name.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { type Files, knownFile, openInstallation, printable, type Settings } from "../core/api.ts";
import { bytesOf, decodeFile } from "../node/disk-files.ts";
import type { FoundInstallation } from "../node/find-installations.ts";
import { linkPlaces } from "../node/link-places.ts";
import type { LintHost } from "./lint-host.ts";
import { note } from "./output.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

/** Leaves the installations that have to be looked at again. `others`: files that matter to each of them. */
export function changedSince(since: string, others: readonly string[]): NonNullable<LintHost["select"]> {
  return (found, projects, host) => {
    const known = new Map<string, Touched>();
    const directories = new Set(found.installations.map(({ directory }) => directory));
    const installations = found.installations.filter((installation) => {
      const { directory } = installation;
      const top = workTreeOf(directory);
      if (top === undefined)
        throw new UsageError(`--changed: ${shownPath(directory)} lies in no git repository`);
      const touched = known.get(top) ?? touchedBy(touchedPaths(top, since));
      known.set(top, touched);
      if (touched.paths.size === 0) return false;
      const places = [...projects.placesOf(directory), ...others.map((path) => resolve(path))];
      return (
        places.some((path) => touched.meets(path)) ||
        isTouched(installation, touched, directories, projects.settingsOf(directory), host)
      );
    });
    if (installations.length === 0 && found.installations.length > 0)
      note(`no configuration was touched since ${since}`);
    return { ...found, installations };
  };
}

/** What differs in one repository. */
interface Touched {
  readonly paths: ReadonlySet<string>;
  /** Folders which something is gone from. */
  readonly left: ReadonlySet<string>;
  /** Whether a path leads to something that was touched, or over it. */
  readonly meets: (path: string) => boolean;
}

function touchedBy(paths: ReadonlySet<string>): Touched {
  const left = new Set<string>();
  for (const path of paths) {
    let folder = path;
    while (folder !== "/" && !existsSync(bytesOf(folder))) folder = dirname(folder);
    if (folder !== path) left.add(folder);
  }
  return { paths, left, meets: (path) => linkPlaces(path).some((place) => paths.has(place)) };
}

/** The nearest folder that a repository is checked out in. */
function workTreeOf(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function isTouched(
  { directory, roots }: FoundInstallation,
  touched: Touched,
  directories: ReadonlySet<string>,
  settings: Settings,
  host: LintHost,
): boolean {
  for (const path of touched.paths) {
    if (dirname(path) === directory && knownFile(basename(path)) !== undefined) return true;
    // What is gone cannot be read any more, but something may have included it.
    if (installationAround(path, directories) === directory && !existsSync(bytesOf(path))) return true;
  }
  const files = host.open(directory);
  let met = false;
  const read: Files["read"] = (path) => {
    met ||= touched.meets(posix.join(directory, path));
    return files.read(path);
  };
  const list: Files["list"] = (folder) => {
    const place = posix.join(directory, folder);
    met ||= touched.meets(place) || touched.left.has(linkPlaces(place).at(-1) ?? place);
    return files.list(folder);
  };
  const installation = openInstallation({ read, list }, settings);
  return roots.some((root) => installation.load(root) !== undefined && met);
}

function installationAround(path: string, directories: ReadonlySet<string>): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (directories.has(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** What differs from the revision, or from where this branch left it: paths in the file system. */
function touchedPaths(top: string, since: string): ReadonlySet<string> {
  const commit = git(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`]);
  if (commit === undefined)
    throw new UsageError(`--changed ${printable(since)}: ${shownPath(top)} has no such revision`);
  const base = git(top, ["merge-base", commit.trim(), "HEAD"]) ?? commit;
  // A plumbing command: it compares what it knows of files and runs neither filters nor drivers. Submodules are
  // repositories of their own, which git would look at with their settings.
  const compare = ["diff-index", "--raw", "-z", "--no-renames", "--ignore-submodules=all", "--abbrev=64"];
  const different = git(top, [...compare, base.trim(), "--"]);
  const untracked = git(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
  if (different === undefined || untracked === undefined)
    throw new UsageError(`--changed: git cannot compare the files of ${shownPath(top)}`);
  const paths = new Set(untracked.split("\0").filter((path) => path !== ""));
  const fields = different.split("\0");
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , oldName = ""] = fields[at]?.split(" ") ?? [];
    const path = fields[at + 1] ?? "";
    if (!isSame(join(top, path), oldName)) paths.add(path);
  }
  return new Set([...paths].map((path) => posix.join(top, path)));
}

/** git says of files whose time is new that they may differ; the same bytes do not. */
function isSame(path: string, name: string): boolean {
  try {
    const bytes = readFileSync(bytesOf(path));
    const hash = createHash(name.length === 64 ? "sha256" : "sha1");
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex") === name;
  } catch {
    return false;
  }
}

/** What git answers; undefined where it ends with an error. */
function git(top: string, words: readonly string[]): string | undefined {
  const result = spawnSync("git", ["-C", top, "-c", "core.fsmonitor=false", "--no-pager", ...words], {
    env: environment(),
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error !== undefined) throw new UsageError(`--changed needs git: ${result.error.message}`);
  const complaint = decodeFile(result.stderr);
  if (/dubious ownership/.test(complaint))
    throw new UsageError(`--changed: ${shownPath(top)} belongs to somebody else, so git does not read it`);
  return result.status === 0 ? decodeFile(result.stdout) : undefined;
}

/**
 * A hook of git that runs us tells all of its children which repository is meant; each directory says that itself.
 * What the user settles for git as such stays. An object that is missing is not fetched: that starts the program which
 * the settings of the repository name for it (the first variable says so to new versions of git, the second to all).
 */
function environment(): NodeJS.ProcessEnv {
  const kept = /^(?!GIT_)|^GIT_(?:EXEC_PATH|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/;
  const inherited = Object.entries(process.env).filter(([name]) => kept.test(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
}
