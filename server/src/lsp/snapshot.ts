// One installation at one moment: what its root files read, and its problems, worked out when asked for.

import {
  checkInstallation,
  type Files,
  forgetBefore,
  type Installation,
  knownFile,
  openInstallation,
  type Problem,
  type RuleLevels,
  rootFiles,
  type Settings,
  type Subject,
} from "../core/api.ts";

export interface CheckOptions {
  readonly settings: Settings;
  readonly levels: RuleLevels;
}

export class Snapshot {
  /** Place of its directory. */
  readonly folder: string;
  readonly files: Files;
  readonly roots: readonly string[];
  readonly #only: string | undefined;
  readonly #options: CheckOptions;
  #before: Installation | undefined;
  #installation: Installation | undefined;
  #reads: ReadonlySet<string> | undefined;
  #problems: readonly Problem[] | undefined;

  private constructor(
    folder: string,
    files: Files,
    options: CheckOptions,
    roots: readonly string[],
    only: string | undefined,
    before: Snapshot | undefined,
  ) {
    this.folder = folder;
    this.files = files;
    this.#options = options;
    this.roots = roots;
    this.#only = only;
    this.#before = before === undefined ? undefined : (before.#installation ?? before.#before);
  }

  /** `before`: the same at an earlier moment, some of whose answers may still be true. */
  static ofFolder(folder: string, files: Files, options: CheckOptions, before?: Snapshot): Snapshot {
    return new Snapshot(folder, files, options, rootFiles(files), undefined, before);
  }

  /** A file on its own that no root file is seen to read. What surrounds it is unknown, so little is said of it. */
  static ofFragment(
    folder: string,
    files: Files,
    options: CheckOptions,
    name: string,
    language: string,
    before?: Snapshot,
  ): Snapshot {
    const root = knownFile(name) === undefined ? readerOf(name, language) : name;
    const text = `#tryinclude ${surroundings}\n#include "${name}"\n`;
    const alone: Files = {
      read: (path) => (path === name ? files.read(path) : path === root ? { path: root, text } : "unknown"),
      list: () => undefined,
    };
    return new Snapshot(folder, alone, options, [root], name, before);
  }

  /** Whether one of its root files reads a file, itself included. */
  reads(path: string): boolean {
    if (this.roots.length === 0) return false;
    this.#reads ??= new Set(
      this.roots.flatMap((root) => this.installation.load(root).files.map((file) => file.path)),
    );
    return this.#reads.has(path);
  }

  get problems(): readonly Problem[] {
    if (this.#problems !== undefined) return this.#problems;
    const { levels } = this.#options;
    const all = checkInstallation(this.installation, this.roots, levels.rules);
    const only = this.#only;
    this.#problems = levels.apply(only === undefined ? all : all.filter(({ file }) => file === only));
    forgetBefore(this.installation);
    return this.#problems;
  }

  /** One of its files, for an editor's questions about it. */
  subject(file: string): Subject {
    return { installation: this.installation, file, text: this.text(file), roots: this.#rootsOf(file) };
  }

  /** The text of a file; empty where it cannot be read. */
  text(file: string): string {
    const content = this.files.read(file);
    return typeof content === "string" ? "" : content.text;
  }

  get installation(): Installation {
    if (this.#installation !== undefined) return this.#installation;
    this.#installation = openInstallation(this.files, this.#options.settings, this.#before);
    this.#before = undefined;
    return this.#installation;
  }

  #rootsOf(file: string): string[] {
    const roots = this.roots.filter((root) =>
      this.installation.load(root).files.some(({ path }) => path === file),
    );
    // Its own name says best how a file is meant.
    return roots.sort((left, right) => Number(right === file) - Number(left === file));
  }
}

/** Stands for all that may be read before a fragment. */
const surroundings = "what-surrounds-it.conf";

/** The root file that most likely reads a fragment. */
function readerOf(name: string, language: string): string {
  if (language === "asterisk-pjsip" || /^pjsip[._]/.test(name)) return "pjsip.conf";
  if (language === "asterisk-dialplan") return "extensions.conf";
  return "fragment.conf";
}
