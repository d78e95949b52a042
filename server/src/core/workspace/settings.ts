import type { AsteriskVersion } from "../catalog/version.ts";
import { newestVersion } from "../catalog/version.ts";
import type { PlaceholderMarks } from "../syntax/template/names.ts";

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
  /** A file that is checked on its own, since nothing is seen to include it. */
  readonly alone?: string;
  /** Marks of placeholders besides those of the template engines that are known. */
  readonly placeholders?: readonly PlaceholderMarks[];
}

export const defaultSettings: Settings = {
  version: newestVersion,
  directory: "/etc/asterisk",
  placeholders: [],
};
