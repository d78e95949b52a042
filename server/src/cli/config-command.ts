// `asterisk-analyzer config`: the settings that count for a path, and where each comes from.

import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { settingOrigins, settingsJson, settingsText } from "../core/api.ts";
import { installationOf, reasonOf } from "../node/find-installations.ts";
import { slashed } from "../node/slashed.ts";
import { outputStyle, print, printAll } from "./output.ts";
import type { Projects } from "./projects.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface ConfigOptions {
  readonly format: "text" | "json";
}

/** Exit code 0; 2 where the path or the settings file cannot be used. */
export function configCommand(path: string, { format }: ConfigOptions, projects: Projects): number {
  const { directory, file } = target(path, projects);
  const layers = projects.layers(directory);
  const shown = {
    path: shownPath(resolve(path)),
    files: layers.slice(1).map(({ origin }) => origin),
    ignored: projects.of(directory).isIgnored(file ?? ""),
    settings: settingOrigins(layers, slashed(directory), file),
  };
  if (format === "json") print(settingsJson(shown));
  else printAll(settingsText(shown, outputStyle()));
  return 0;
}

/** The installation of a path, and the file of it that is asked about. */
function target(path: string, projects: Projects): { directory: string; file?: string } {
  try {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) return { directory: real };
    const place = join(realpathSync(dirname(resolve(path))), basename(path));
    const { directory, only } = installationOf(place, projects.settingsOf);
    return { directory, file: [...(only ?? [])][0] ?? basename(path) };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${path}: ${reasonOf(error)}`);
  }
}
