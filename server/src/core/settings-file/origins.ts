// What the settings of an installation come to, key by key, each with the source that decides.

import { formatVersion } from "../catalog/version.ts";
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
  return [
    single("version", formatVersion, formatVersion(defaultSettings.version)),
    single("profile", String, defaultProfile),
    single("suppressions", String, "allow"),
    single("astetcdir", String, defaultSettings.directory),
    ...lists(layers),
    ...ruleOrigins(layers, folder, file),
    ...providerOrigins(layers),
  ];
}

/** Settings that add up, and the shapes of placeholders, of which the strongest source has the word. */
function lists(layers: readonly SettingsLayer[]): SettingOrigin[] {
  const adding = ["ignore", "knownModules", "knownApplications", "knownFunctions"] as const;
  const found = adding.flatMap((key) =>
    layers.flatMap(({ chosen, origin }): SettingOrigin[] => {
      const value = chosen[key] ?? [];
      return value.length === 0 ? [] : [{ key, value, origin }];
    }),
  );
  const shapes = layers.find(({ chosen }) => chosen.placeholders !== undefined);
  if (shapes === undefined) return found;
  const value = (shapes.chosen.placeholders ?? []).map(({ open, close }) => `${open} ${close}`);
  return [...found, { key: "placeholders", value, origin: shapes.origin }];
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
