// From what several sources say to how one installation is checked. The strongest source comes first; each key, and in
// "rules" and "providers" each name, counts as the strongest source has it that mentions it. What is known or ignored
// adds up.

import type { FormatSettings } from "../format/format-settings.ts";
import { type LevelLayer, layeredLevels, type RuleLevels } from "../rules/levels.ts";
import { defaultProfile } from "../rules/profiles.ts";
import { pathBelow } from "../text/paths.ts";
import { defaultSettings, type Settings } from "../workspace/settings.ts";
import type { ChosenSettings, SettingsLayer } from "./chosen.ts";
import { pathMatcher } from "./path-patterns.ts";

/** How an installation is checked. */
export interface CheckSettings {
  readonly settings: Settings;
  readonly levels: RuleLevels;
  /** Whether a file of the installation is neither checked nor reported. */
  readonly isIgnored: (file: string) => boolean;
}

/** Joins sources for the installation in a folder. */
export function combineSettings(layers: readonly SettingsLayer[], folder: string): CheckSettings {
  const ignoring = layers.flatMap((layer) => {
    const { ignore = [] } = layer.chosen;
    return ignore.length === 0 ? [] : [appliesTo(ignore, layer, folder)];
  });
  const isIgnored = (file: string): boolean => ignoring.some((matches) => matches(file));
  const profile = firstOf(layers, "profile") ?? defaultProfile;
  const levels = layeredLevels(
    layers.flatMap((layer) => levelLayers(layer, folder)),
    profile,
  );
  const apply: RuleLevels["apply"] = (problems) =>
    levels.apply(problems).filter(({ file }) => !isIgnored(file));
  return {
    settings: settingsOf(layers),
    levels: ignoring.length === 0 ? levels : { rules: levels.rules, apply },
    isIgnored,
  };
}

function formatOf(layers: readonly SettingsLayer[]): FormatSettings {
  const equals = layers.find(({ chosen }) => chosen.format?.equals !== undefined)?.chosen.format?.equals;
  const blankLines = layers.find(({ chosen }) => chosen.format?.blankLines !== undefined)?.chosen.format
    ?.blankLines;
  return { equals, blankLines };
}

/** What the strongest source that mentions a key has there. */
export function firstOf<Key extends keyof ChosenSettings>(
  layers: readonly SettingsLayer[],
  key: Key,
): ChosenSettings[Key] | undefined {
  return layers.find(({ chosen }) => chosen[key] !== undefined)?.chosen[key];
}

function settingsOf(layers: readonly SettingsLayer[]): Settings {
  const placeholders = firstOf(layers, "placeholders");
  const suppressions = firstOf(layers, "suppressions");
  const providers = new Map<string, readonly string[]>();
  for (const { chosen } of layers)
    for (const [name, ranges] of chosen.providers ?? [])
      if (!providers.has(name)) providers.set(name, ranges);
  const namesOf = (key: "knownModules" | "knownApplications" | "knownFunctions"): readonly string[] => [
    ...new Set(layers.flatMap(({ chosen }) => chosen[key] ?? [])),
  ];
  return {
    version: firstOf(layers, "version") ?? defaultSettings.version,
    directory: firstOf(layers, "astetcdir") ?? defaultSettings.directory,
    providers,
    knownModules: namesOf("knownModules"),
    knownApplications: namesOf("knownApplications"),
    knownFunctions: namesOf("knownFunctions"),
    format: formatOf(layers),
    ...(placeholders === undefined ? {} : { placeholders }),
    ...(suppressions === undefined ? {} : { suppressions }),
  };
}

/** Overrides win over the rest of their source, later ones over earlier ones. */
function levelLayers(layer: SettingsLayer, folder: string): LevelLayer[] {
  const { overrides = [], rules = new Map() } = layer.chosen;
  const narrow = overrides.map(
    (override): LevelLayer => ({
      rules: override.rules,
      applies: appliesTo(override.files, layer, folder),
    }),
  );
  return [...narrow.reverse(), { rules }];
}

/** Whether patterns of a source mean a file of the installation in a folder. */
export function appliesTo(
  patterns: readonly string[],
  layer: SettingsLayer,
  folder: string,
): (file: string) => boolean {
  return inFolder(pathMatcher(patterns), layer, folder);
}

/** Asks about files of an installation by their path from the folder that the patterns begin in. */
function inFolder(
  matches: (path: string) => boolean,
  { folder: own }: SettingsLayer,
  folder: string,
): (file: string) => boolean {
  const below = own === undefined ? undefined : pathBelow(own, folder);
  // An installation that lies elsewhere is looked at from itself.
  return below === undefined || below === "" ? matches : (file) => matches(`${below}/${file}`);
}
