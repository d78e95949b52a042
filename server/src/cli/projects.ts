// How each installation is checked: what the command line says, then what asterisk-analyzer.json says.

import { realpathSync } from "node:fs";
import { basename, dirname, posix, resolve } from "node:path";
import {
  type AsteriskVersion,
  type CheckSettings,
  type ChosenSettings,
  combineSettings,
  type FileContent,
  type FoundSettings,
  findSettings,
  isProfile,
  parseVersion,
  profiles,
  type Settings,
  type SettingsLayer,
  series,
  settingsIn,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { reasonOf } from "../node/find-installations.ts";
import { slashed } from "../node/slashed.ts";
import { readProviders } from "./providers.ts";
import { readRuleLevels } from "./rule-levels.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

/** What the flags of a command say; each has those of them that mean something to it. */
export interface ProjectFlags {
  /** A settings file, or false for none. */
  readonly config?: string | boolean;
  readonly asteriskVersion?: string;
  readonly profile?: string;
  readonly rule?: readonly string[];
  readonly provider?: readonly string[];
  readonly knownApplication?: readonly string[];
  readonly knownFunction?: readonly string[];
  /** False: comments silence nothing. */
  readonly suppressions?: boolean;
}

/** The version that a flag names. */
export function versionOf(flag: string, text: string): AsteriskVersion {
  const version = parseVersion(text);
  if (version === undefined)
    throw new UsageError(`${flag} ${text}: expected ${series.join(", ")} or a release of these`);
  return version;
}

export class Projects {
  readonly #config: ProjectFlags["config"];
  readonly #notice: (path: string) => void;
  readonly #commandLine: SettingsLayer;
  readonly #known = new Map<string, CheckSettings>();
  readonly #contents = new Map<string, FileContent>();
  /** The file that --config names, once it was read. */
  #named: FoundSettings | undefined;

  /**
   * `notice` hears of every settings file just before it is looked for; `chosen` is what was chosen besides that file,
   * where no flags say it.
   */
  constructor(
    flags: ProjectFlags,
    notice: (path: string) => void = () => {},
    chosen: ChosenSettings = chosenBy(flags),
  ) {
    this.#config = flags.config;
    this.#notice = notice;
    this.#commandLine = { chosen, origin: "command line" };
  }

  /** How the installation in a directory, given by its real path, is checked. */
  readonly of = (directory: string): CheckSettings => {
    const known = this.#known.get(directory);
    if (known !== undefined) return known;
    const made = combineSettings(this.layers(directory), slashed(directory));
    this.#known.set(directory, made);
    return made;
  };

  /** What Asterisk's side of these settings is. */
  readonly settingsOf = (directory: string): Settings => this.of(directory).settings;

  /** Where the settings of a directory come from, the strongest first. */
  layers(directory: string): readonly SettingsLayer[] {
    const { layers, faults } = this.#found(directory);
    if (faults.length > 0)
      throw new UsageError(
        faults
          .map(({ place, line, column, message }) => `${shownPath(place)}:${line}:${column}: ${message}`)
          .join("\n"),
      );
    const shown = layers.map((layer) => ({ ...layer, origin: shownPath(layer.origin) }));
    return [this.#commandLine, ...shown];
  }

  /** The settings files that count for a directory, or would if they were there. */
  placesOf(directory: string): ReadonlySet<string> {
    const tried = new Set<string>();
    const found = this.#found(directory, (folder, name) => {
      if (name !== ".git") tried.add(posix.join(folder, name));
      return this.#read(folder, name);
    });
    return new Set([...tried, ...found.places]);
  }

  /** The settings files that were read so far. */
  get places(): string[] {
    return [...this.#contents].flatMap(([place, content]) => (typeof content === "string" ? [] : [place]));
  }

  #found(directory: string, read = this.#read): FoundSettings {
    const config = this.#config;
    if (config === false) return nothing;
    if (typeof config !== "string") return findSettings(foldersFrom(directory), read);
    this.#named ??= settingsNamed(config, this.#read);
    return this.#named;
  }

  readonly #read = (folder: string, name: string): FileContent => {
    const key = `${folder}/${name}`;
    const known = this.#contents.get(key);
    if (known !== undefined) return known;
    this.#notice(key);
    const content = new DiskFiles(folder === "/" ? "" : folder).read(name);
    this.#contents.set(key, content);
    return content;
  };
}

const nothing: FoundSettings = { places: [], layers: [], faults: [], unknown: false };

/** Patterns of a file that is named begin in the working directory, as the paths on the command line do. */
function settingsNamed(file: string, read: (folder: string, name: string) => FileContent): FoundSettings {
  let real: string;
  try {
    real = realpathSync(dirname(resolve(file)));
  } catch (error) {
    throw new UsageError(`--config ${file}: ${reasonOf(error)}`);
  }
  if (read(slashed(real), basename(file)) === "absent")
    throw new UsageError(`--config ${file}: no such file or directory`);
  return settingsIn(slashed(real), basename(file), read, slashed(realpathSync(process.cwd())));
}

function* foldersFrom(directory: string): Generator<string> {
  for (let at = directory; ; at = dirname(at)) {
    yield slashed(at);
    if (dirname(at) === at) return;
  }
}

/** What flags choose; throws a UsageError where one of them is wrong. */
export function chosenBy(flags: ProjectFlags): ChosenSettings {
  const { asteriskVersion, profile, rule, provider, knownApplication, knownFunction, suppressions } = flags;
  const version =
    asteriskVersion === undefined ? undefined : versionOf("--asterisk-version", asteriskVersion);
  if (profile !== undefined && !isProfile(profile))
    throw new UsageError(`--profile ${profile}: expected ${profiles.join(", ")}`);
  return {
    ...(version === undefined ? {} : { version }),
    ...(profile === undefined ? {} : { profile }),
    ...(rule === undefined ? {} : { rules: readRuleLevels(rule) }),
    ...(provider === undefined ? {} : { providers: readProviders(provider) }),
    ...(knownApplication === undefined ? {} : { knownApplications: knownApplication }),
    ...(knownFunction === undefined ? {} : { knownFunctions: knownFunction }),
    ...(suppressions === false ? { suppressions: "forbid" } : {}),
  };
}
