// One installation at one moment: what its root files read, and its problems, worked out when asked for.

import {
  type ConfigLoad,
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
  tryInstallation,
} from "../core/api.ts";
import type { InlayHintKinds } from "../core/editor-api.ts";

export interface CheckOptions {
  readonly settings: Settings;
  readonly levels: RuleLevels;
  readonly inlayHints: InlayHintKinds;
  /** Whether a file of the installation is neither checked nor reported. */
  readonly isIgnored: (file: string) => boolean;
  /** Place of the settings file that sets the target version; undefined where none does. */
  readonly versionFrom?: string;
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
  /** The last one with other files, most of whose answers hold for the next. */
  #tried: Installation | undefined;
  #included: readonly string[] | undefined;

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

  get versionFrom(): string | undefined {
    return this.#options.versionFrom;
  }

  /** `before`: the same at an earlier moment, some of whose answers may still be true. */
  static ofFolder(folder: string, files: Files, options: CheckOptions, before?: Snapshot): Snapshot {
    const roots = rootFiles(files).filter((root) => !options.isIgnored(root));
    return new Snapshot(folder, files, options, roots, undefined, before);
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
    // Where a host has not seen the folder yet, something may well include it.
    const tells = files.list("") !== undefined && knownFile(name) === undefined && !fromOthers.test(name);
    const settings = tells ? settingsAlone(options.settings, name) : options.settings;
    return new Snapshot(folder, alone, { ...options, settings }, [root], name, before);
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
    this.#problems = this.#check(this.installation);
    forgetBefore(this.installation);
    return this.#problems;
  }

  /** Whether it is one file that no root file is seen to read. */
  get isFragment(): boolean {
    return this.#only !== undefined;
  }

  /** Its problems if its files were others. */
  readonly check = (files: Files): readonly Problem[] => {
    const tried = tryInstallation(files, this.#tried ?? this.installation);
    this.#tried = tried;
    const problems = this.#check(tried);
    forgetBefore(tried);
    return problems;
  };

  /** One of its files, for an editor's questions about it. */
  subject(file: string): Subject {
    const { installation } = this;
    // As the core reads it: what is for a template engine is out of the way, in a text of the same length.
    const content = installation.files.read(file);
    const text = typeof content === "string" ? "" : content.text;
    return { installation, file, text, roots: this.#rootsOf(file) };
  }

  /** The text of a file; empty where it cannot be read. */
  text(file: string): string {
    const content = this.files.read(file);
    return typeof content === "string" ? "" : content.text;
  }

  /** What its files include, as paths and patterns from its directory. */
  get included(): readonly string[] {
    this.#included ??= includedIn(
      this.roots.map((root) => this.installation.load(root)),
      this.installation.environment.directory,
    );
    return this.#included;
  }

  get installation(): Installation {
    if (this.#installation !== undefined) return this.#installation;
    this.#installation = openInstallation(this.files, this.#options.settings, this.#before);
    this.#before = undefined;
    return this.#installation;
  }

  #check(installation: Installation): readonly Problem[] {
    const { levels } = this.#options;
    const all = checkInstallation(installation, this.roots, levels.rules);
    const only = this.#only;
    return levels.apply(only === undefined ? all : all.filter(({ file }) => file === only));
  }

  #rootsOf(file: string): string[] {
    const roots = this.roots.filter((root) =>
      this.installation.load(root).files.some(({ path }) => path === file),
    );
    // Its own name says best how a file is meant.
    return roots.sort((left, right) => Number(right === file) - Number(left === file));
  }
}

function includedIn(loads: readonly ConfigLoad[], directory: string): string[] {
  const found = new Set<string>();
  for (const { files } of loads) {
    for (const { lines } of files) {
      if (!lines.text.includes("#")) continue;
      for (const line of lines.lines) {
        if (line.kind !== "directive" || line.argument === undefined || !/include/i.test(line.word)) continue;
        const { argument } = line;
        const path = argument.startsWith(`${directory}/`) ? argument.slice(directory.length + 1) : argument;
        if (!path.startsWith("/") && !/(?:^|\/)\.\.(?:\/|$)/.test(path)) found.add(path);
      }
    }
  }
  return [...found];
}

const alone = new WeakMap<Settings, Map<string, Settings>>();

/** The same object for the same file, so that a later state can go on from an earlier one. */
function settingsAlone(settings: Settings, name: string): Settings {
  const known = alone.get(settings) ?? new Map<string, Settings>();
  alone.set(settings, known);
  const made = known.get(name) ?? { ...settings, alone: name };
  known.set(name, made);
  return made;
}

/** Files that something else makes files of Asterisk's from, and documents without a file. */
const fromOthers =
  /\.(?:sample|template|tmpl|gotmpl|gtpl|tpl|in|envsubst|j2|jinja2?|erb|dist|example|orig|bak|old)$|^[^.]*$/i;

/** Stands for all that may be read before a fragment. */
const surroundings = "what-surrounds-it.conf";

/** The root file that most likely reads a fragment. */
function readerOf(name: string, language: string): string {
  if (language === "asterisk-pjsip" || /^pjsip[._]/.test(name)) return "pjsip.conf";
  if (language === "asterisk-dialplan") return "extensions.conf";
  return "fragment.conf";
}
