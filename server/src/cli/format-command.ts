// `asterisk-analyzer format`: finds the installations, formats each of their files, or says which are not formatted.

import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { counted, grouped, isDialplanFile, openInstallation, unifiedDiff } from "../core/api.ts";
import { type FormatOptions, formattedFile } from "../core/editor-api.ts";
import { bytesOf, DiskFiles } from "../node/disk-files.ts";
import {
  type Found,
  type FoundInstallation,
  findInstallations,
  installationOf,
} from "../node/find-installations.ts";
import { nameOnDisk } from "../node/unreadable-roots.ts";
import { realPath, refusalText, replaceFile } from "../node/write-file.ts";
import { note, print, printAll } from "./output.ts";
import type { Projects } from "./projects.ts";
import { standardInput } from "./read-stdin.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface FormatFlags {
  readonly check?: true;
  readonly diff?: true;
  readonly stdinFilename?: string;
}

/** Formats files, or standard input where "-" or a name for it is given; answers the exit code. */
export async function formatCommand(
  paths: readonly string[],
  flags: FormatFlags,
  projects: Projects,
): Promise<number> {
  const isInput = flags.stdinFilename !== undefined || paths.includes("-");
  if (!isInput) return new FormatRun(flags, projects).run(paths.length === 0 ? ["."] : paths);
  if (paths.some((path) => path !== "-"))
    throw new UsageError("either standard input is formatted, or files are");
  return formatInput(flags, projects);
}

async function formatInput(flags: FormatFlags, projects: Projects): Promise<number> {
  const before = await standardInput();
  const { stdinFilename: name } = flags;
  const after = formattedFile(name ?? "", before, {
    ...projects.settingsOf(folderOf(name)).format,
    dialplan: name !== undefined && isPartOfDialplan(name, projects),
  });
  const shown = name ?? "standard input";
  if (flags.diff) printAll(unifiedDiff(shown, before, after));
  else if (!flags.check) print(after);
  else if (after !== before) print(`${shown}: not formatted\n`);
  return (flags.check || flags.diff) && after !== before ? 1 : 0;
}

/** The folder that the settings of a file are looked for from. */
function folderOf(name = "."): string {
  try {
    return realpathSync(dirname(resolve(name)));
  } catch {
    return realpathSync(".");
  }
}

/** A file that is not there yet is known by its name alone. */
function isPartOfDialplan(name: string, projects: Projects): boolean {
  try {
    const place = join(realpathSync(dirname(resolve(name))), basename(name));
    return installationOf(place, projects.settingsOf).roots.every(isDialplanFile);
  } catch {
    return isDialplanFile(name);
  }
}

/** What adds up over the installations of one run. */
class FormatRun {
  readonly #flags: FormatFlags;
  readonly #projects: Projects;
  /** Files by their real place: a link and its target are one. */
  readonly #met = new Set<string>();
  #changed = 0;
  #unchanged = 0;
  #unusable = 0;
  /** Where files are asked for, and which ones by their name: of a named file, what it includes is left alone. */
  readonly #folders: string[] = [];
  readonly #named = new Set<string>();

  constructor(flags: FormatFlags, projects: Projects) {
    this.#flags = flags;
    this.#projects = projects;
  }

  run(paths: readonly string[]): number {
    for (const path of paths) this.#ask(path);
    const found: Found = findInstallations(paths, this.#projects.settingsOf);
    for (const { path, reason } of found.failures) this.#fail(`${path}: ${reason}`);
    for (const path of found.empty) note(`${path}: no Asterisk configuration found there or below`);
    for (const installation of found.installations) this.#formatAll(installation);
    if (this.#met.size > 0 && !this.#flags.diff) print(this.#summary());
    if (this.#unusable > 0 || found.installations.length === 0) return 2;
    return (this.#flags.check || this.#flags.diff) && this.#changed > 0 ? 1 : 0;
  }

  #ask(path: string): void {
    try {
      const real = realPath(path);
      if (statSync(bytesOf(real)).isDirectory()) this.#folders.push(real);
      else this.#named.add(real);
    } catch {
      // It is told by what finds installations.
    }
  }

  #summary(): string {
    const changed = `${counted(this.#changed, "file")} ${this.#flags.check ? "not formatted" : "formatted"}`;
    return `${changed}, ${grouped(this.#unchanged)} left as ${this.#unchanged === 1 ? "it is" : "they are"}.\n`;
  }

  #formatAll(found: FoundInstallation): void {
    const { directory, roots, only } = found;
    const disk = new DiskFiles(directory);
    const readers = new Map<string, string[]>();
    const { settings, isIgnored } = this.#projects.of(directory);
    const installation = openInstallation(disk, settings);
    for (const root of roots) {
      const { files } = installation.load(root);
      if (files.length === 0)
        this.#fail(`${shownPath(join(directory, nameOnDisk(root, disk)))}: cannot be read`);
      for (const { path } of files) {
        if ((only !== undefined && !only.has(path)) || isIgnored(path)) continue;
        readers.set(path, [...(readers.get(path) ?? []), root]);
      }
    }
    for (const [path, readBy] of readers)
      this.#formatOne(disk, path, { ...settings.format, dialplan: readBy.every(isDialplanFile) });
  }

  #formatOne(disk: DiskFiles, path: string, options: FormatOptions): void {
    const { directory } = disk;
    const content = disk.read(path);
    // What lies elsewhere belongs to somebody else.
    if (typeof content === "string" || path.startsWith("/") || path.startsWith("../")) return;
    const real = realPath(`${directory}/${path}`);
    const isMeant = this.#named.has(real) || this.#folders.some((folder) => isBelow(directory, folder));
    if (!isMeant || this.#met.has(real)) return;
    this.#met.add(real);
    const { text: before } = content;
    const after = formattedFile(path, before, options);
    if (after === before) {
      this.#unchanged++;
      return;
    }
    const shown = shownPath(join(directory, path));
    if (this.#flags.diff) printAll(unifiedDiff(shown, before, after));
    else if (this.#flags.check) print(`${shown}: not formatted\n`);
    else {
      const refusal = replaceFile(directory, path, before, after);
      if (refusal !== undefined) {
        this.#fail(`${shown}: ${refusalText(refusal)}`);
        return;
      }
    }
    this.#changed++;
  }

  #fail(text: string): void {
    note(text);
    this.#unusable++;
  }
}

function isBelow(place: string, folder: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
