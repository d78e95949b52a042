// `--changed SINCE`: only installations that read a file which git says was touched since a revision, whether that is
// committed or not. git is asked for names only, in a way that starts no program which the repository's settings name.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { knownFile, openInstallation, printable, type Settings } from "../core/api.ts";
import { bytesOf, decodeFile } from "../node/disk-files.ts";
import type { FoundInstallation } from "../node/find-installations.ts";
import type { LintHost } from "./lint-host.ts";
import { note } from "./output.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

/** Leaves the installations that have to be looked at again. */
export function changedSince(since: string): NonNullable<LintHost["select"]> {
  return (found, settingsOf, host) => {
    const touched = new Map<string, ReadonlySet<string>>();
    const directories = new Set(found.installations.map(({ directory }) => directory));
    const installations = found.installations.filter((installation) => {
      const { directory } = installation;
      const top = workTreeOf(directory);
      if (top === undefined)
        throw new UsageError(`--changed: ${shownPath(directory)} lies in no git repository`);
      const paths = touched.get(top) ?? touchedPaths(top, since);
      touched.set(top, paths);
      return paths.size > 0 && isTouched(installation, paths, directories, settingsOf(directory), host);
    });
    if (installations.length === 0 && found.installations.length > 0)
      note(`no configuration was touched since ${since}`);
    return { ...found, installations };
  };
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
  touched: ReadonlySet<string>,
  directories: ReadonlySet<string>,
  settings: Settings,
  host: LintHost,
): boolean {
  for (const path of touched) {
    if (dirname(path) === directory && knownFile(basename(path)) !== undefined) return true;
    // What is gone cannot be read any more, but something may have included it.
    if (installationAround(path, directories) === directory && !existsSync(bytesOf(path))) return true;
  }
  const files = host.open(directory);
  let met = false;
  const read = (path: string): ReturnType<typeof files.read> => {
    met ||= touched.has(real(posix.join(directory, path)));
    return files.read(path);
  };
  const installation = openInstallation({ read, list: files.list }, settings);
  return roots.some((root) => installation.load(root) !== undefined && met);
}

function installationAround(path: string, directories: ReadonlySet<string>): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (directories.has(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The file behind links; a path that leads nowhere is itself. */
function real(path: string): string {
  try {
    return decodeFile(realpathSync(bytesOf(path), { encoding: "buffer" }));
  } catch {
    return path;
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
