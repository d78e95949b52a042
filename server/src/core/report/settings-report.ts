// `asterisk-analyzer config`: what the settings come to, and where each comes from.

import type { SettingOrigin } from "../settings-file/origins.ts";
import { printable } from "./printable.ts";
import type { Style } from "./style.ts";

export interface ShownSettings {
  /** The path that was asked about. */
  readonly path: string;
  /** The settings files, the nearest first. */
  readonly files: readonly string[];
  /** Whether the path is neither checked nor reported. */
  readonly ignored: boolean;
  readonly settings: readonly SettingOrigin[];
}

/** A table for people. */
export function* settingsText(
  { path, files, ignored, settings }: ShownSettings,
  style: Style,
): Generator<string> {
  yield `${style.bold(printable(path))}: ${files.length === 0 ? "no settings file" : `settings from ${printable(files.join(", "))}`}\n`;
  if (ignored) yield "It is ignored: neither checked nor reported.\n";
  const rows = settings.map(({ key, name, value, origin }) => ({
    name: printable(name === undefined ? key : `${key}: ${name}`),
    value: printable(typeof value === "string" ? value : value.join(", ")),
    origin: printable(origin),
  }));
  const width = (of: (row: (typeof rows)[number]) => string): number =>
    Math.min(60, Math.max(...rows.map((row) => of(row).length)));
  const nameWidth = width((row) => row.name);
  const valueWidth = width((row) => row.value);
  for (const { name, value, origin } of rows)
    yield `  ${name.padEnd(nameWidth)}  ${style.bold(value.padEnd(valueWidth))}  ${style.dim(origin)}\n`;
}

/** The same for programs. */
export function settingsJson({ path, files, ignored, settings }: ShownSettings): string {
  return `${JSON.stringify({ path, files, ignored, settings }, undefined, 1)}\n`;
}
