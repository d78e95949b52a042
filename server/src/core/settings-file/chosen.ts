// What one source says about how to check: the project's file, the command line, or the editor. What it does not
// mention is absent or empty.

import type { AsteriskVersion } from "../catalog/version.ts";
import type { FormatSettings } from "../format/format-settings.ts";
import type { Level } from "../rules/levels.ts";
import type { Profile } from "../rules/rule.ts";
import type { PlaceholderMarks, SuppressionPolicy } from "../workspace/settings.ts";

/** Levels for some files. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, Level>;
}

export interface ChosenSettings {
  readonly version?: AsteriskVersion;
  readonly profile?: Profile;
  readonly rules?: ReadonlyMap<string, Level>;
  /** A later one wins. */
  readonly overrides?: readonly Override[];
  /** Patterns of paths that are neither checked nor reported. */
  readonly ignore?: readonly string[];
  readonly providers?: ReadonlyMap<string, readonly string[]>;
  readonly knownModules?: readonly string[];
  readonly knownApplications?: readonly string[];
  readonly knownFunctions?: readonly string[];
  readonly astetcdir?: string;
  readonly placeholders?: readonly PlaceholderMarks[];
  readonly suppressions?: SuppressionPolicy;
  readonly format?: FormatSettings;
  /** Paths of other settings files, from the folder of this one. */
  readonly extends?: readonly string[];
}

/** One source among several. */
export interface SettingsLayer {
  readonly chosen: ChosenSettings;
  /** Where it comes from, for people. */
  readonly origin: string;
  /** The folder that its patterns begin in; undefined: that of each installation. */
  readonly folder?: string;
}

/** A mistake in the text of a source. */
export interface SettingsFault {
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
