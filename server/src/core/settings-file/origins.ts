// What the settings of an installation come to, key by key, each with the source that decides.

import { formatVersion } from "../catalog/version.ts";
import type { FormatSettings } from "../format/format-settings.ts";
import { defaultProfile } from "../rules/profiles.ts";
import { defaultSettings } from "../workspace/settings.ts";
import type { ChosenSettings, SettingsLayer } from "./chosen.ts";
import { appliesTo } from "./combine.ts";

/** One setting, or one name in a setting that holds several. */
export interface SettingOrigin {
  readonly key: keyof ChosenSettings;
  readonly name?: string;
  readonly value: string | readonly string[];
  readonly origin: string;
}

const byDefault = "default";

/** The settings for the installation in a folder, or for one file of it, from sources of which the first is the strongest. */
export function settingOrigins(
  layers: readonly SettingsLayer[],
  folder: string,
  file?: string,
): SettingOrigin[] {
  const single = <Key extends keyof ChosenSettings>(
    key: Key,
    text: (value: NonNullable<ChosenSettings[Key]>) => string,
    otherwise: string,
  ): SettingOrigin => {
    for (const { chosen, origin } of layers) {
      const value = chosen[key];
      if (value !== undefined) return { key, value: text(value as NonNullable<typeof value>), origin };
    }
    return { key, value: otherwise, origin: byDefault };
  };
  const origins: Readonly<Record<keyof ChosenSettings, readonly SettingOrigin[]>> = {
    version: [single("version", formatVersion, formatVersion(defaultSettings.version))],
    profile: [single("profile", String, defaultProfile)],
    suppressions: [single("suppressions", String, "allow")],
    astetcdir: [single("astetcdir", String, defaultSettings.directory)],
    format: formatOrigins(layers),
    ignore: added(layers, "ignore"),
    knownModules: added(layers, "knownModules"),
    knownApplications: added(layers, "knownApplications"),
    knownFunctions: added(layers, "knownFunctions"),
    placeholders: placeholderOrigins(layers),
    rules: ruleOrigins(layers, folder, file),
    // They are told with the rules that they are about, and these files are sources themselves.
    overrides: [],
    extends: [],
    providers: providerOrigins(layers),
  };
  return Object.values(origins).flat();
}

/** Each choice has its own source; one that nobody makes is left to the habits of a file. */
function formatOrigins(layers: readonly SettingsLayer[]): SettingOrigin[] {
  const names: Readonly<Record<keyof FormatSettings, true>> = { equals: true, blankLines: true };
  return (Object.keys(names) as (keyof FormatSettings)[]).flatMap((name): SettingOrigin[] => {
    const layer = layers.find(({ chosen }) => chosen.format?.[name] !== undefined);
    const value = String(layer?.chosen.format?.[name]);
    return layer === undefined ? [] : [{ key: "format", name, value, origin: layer.origin }];
  });
}

/** A setting that adds up. */
function added(
  layers: readonly SettingsLayer[],
  key: "ignore" | "knownModules" | "knownApplications" | "knownFunctions",
): SettingOrigin[] {
  return layers.flatMap(({ chosen, origin }): SettingOrigin[] => {
    const value = chosen[key] ?? [];
    return value.length === 0 ? [] : [{ key, value, origin }];
  });
}

/** The strongest source has the word. */
function placeholderOrigins(layers: readonly SettingsLayer[]): SettingOrigin[] {
  const shapes = layers.find(({ chosen }) => chosen.placeholders !== undefined);
  if (shapes === undefined) return [];
  const value = (shapes.chosen.placeholders ?? []).map(({ open, close }) => `${open} ${close}`);
  return [{ key: "placeholders", value, origin: shapes.origin }];
}

function ruleOrigins(layers: readonly SettingsLayer[], folder: string, file?: string): SettingOrigin[] {
  const found = new Map<string, SettingOrigin>();
  const add = (name: string, value: string, origin: string, key: "rules" | "overrides" = "rules"): void => {
    if (!found.has(name)) found.set(name, { key, name, value, origin });
  };
  for (const layer of layers) {
    const { overrides = [], rules = [] } = layer.chosen;
    for (const { files, rules: levels } of [...overrides].reverse()) {
      const meant = file === undefined || appliesTo(files, layer, folder)(file);
      const suffix = file === undefined ? ` in ${files.join(", ")}` : "";
      if (meant)
        for (const [name, level] of levels) add(`${name}${suffix}`, level, layer.origin, "overrides");
    }
    for (const [name, level] of rules) add(name, level, layer.origin);
  }
  return [...found.values()];
}

function providerOrigins(layers: readonly SettingsLayer[]): SettingOrigin[] {
  const found = new Map<string, SettingOrigin>();
  for (const { chosen, origin } of layers)
    for (const [name, value] of chosen.providers ?? [])
      if (!found.has(name)) found.set(name, { key: "providers", name, value, origin });
  return [...found.values()];
}
