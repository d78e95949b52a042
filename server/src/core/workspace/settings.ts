// What a user can set about how a configuration is read and checked.

import type { AsteriskVersion } from "../catalog/version.ts";
import { newestVersion } from "../catalog/version.ts";
import type { FormatSettings } from "../format/format-settings.ts";
import type { PlaceholderMarks } from "../syntax/template/names.ts";

export type { PlaceholderMarks };

/** What a user can set; the same for every host. */
export interface Settings {
  /** The Asterisk that will read the configuration. */
  readonly version: AsteriskVersion;
  /** Asterisk's configuration directory, where asterisk.conf of the installation does not name one. */
  readonly directory: string;
  /** Functions of modules that are not part of Asterisk, in their exact case. */
  readonly knownFunctions?: readonly string[];
  /** Addresses and networks that providers send calls from, by the name of an endpoint or by a host that it calls. */
  readonly providers?: ReadonlyMap<string, readonly string[]>;
  /** Applications of modules that are not part of Asterisk, in any case. */
  readonly knownApplications?: readonly string[];
  /** Modules that load though modules.conf does not say so: those of others, and what other files load. */
  readonly knownModules?: readonly string[];
  /** What stands in a file for something that a template engine fills in. */
  readonly placeholders?: readonly PlaceholderMarks[];
  /** How files shall look. */
  readonly format?: FormatSettings;
  /** Whether comments may silence rules; they may where nothing is said. */
  readonly suppressions?: SuppressionPolicy;
  /** A file that is checked on its own, since nothing is seen to include it. */
  readonly alone?: string;
}

/** Comments silence rules; each has to give a reason; they silence nothing, and are reported. */
export type SuppressionPolicy = "allow" | "with-reason" | "forbid";

export const suppressionPolicies: readonly SuppressionPolicy[] = ["allow", "with-reason", "forbid"];

export const defaultSettings: Settings = { version: newestVersion, directory: "/etc/asterisk" };
