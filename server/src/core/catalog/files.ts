// The configuration files that Asterisk itself opens; everything else is read only where one of them includes it.

import { renderedName } from "../text/rendered-name.ts";
import table from "./tables/files.json" with { type: "json" };

export interface KnownFile {
  readonly name: string;
  /** The module that reads it, or "core". */
  readonly module: string;
  readonly summary: string;
  readonly reader: "sorcery" | "wizard" | "pbx_config" | "config";
  /** The major releases that read it; left out where all do. */
  readonly presentIn?: readonly number[];
}

/** In alphabetical order. */
export const knownFiles: readonly KnownFile[] = table.files as unknown as readonly KnownFile[];

const byName: ReadonlyMap<string, KnownFile> = new Map(knownFiles.map((file) => [file.name, file]));

/** The entry of a file that Asterisk opens by this name, or undefined. */
export function knownFile(name: string): KnownFile | undefined {
  return byName.get(name);
}

/** pjsip.conf, and files of its family that are checked on their own. */
export function isPjsipFile(root: string): boolean {
  const name = root.slice(root.lastIndexOf("/") + 1);
  return knownFile(name)?.reader === "sorcery" || (knownFile(name) === undefined && /^pjsip[._]/.test(name));
}

/** extensions.conf, and files of its family that are checked on their own. */
export function isDialplanFile(root: string): boolean {
  const name = (renderedName(root) ?? root).slice(root.lastIndexOf("/") + 1);
  return (
    knownFile(name)?.reader === "pbx_config" ||
    (knownFile(name) === undefined && /^extensions[._-].*\.conf$/.test(name))
  );
}

/**
 * Names that other programs use as well. A directory that was found on the way counts as an installation only
 * where another name speaks for it; one that somebody named always does.
 */
const ambiguous: ReadonlySet<string> = new Set([
  "agents.conf",
  "calendar.conf",
  "cli.conf",
  "console.conf",
  "dsp.conf",
  "enum.conf",
  "features.conf",
  "http.conf",
  "logger.conf",
  "modules.conf",
  "osp.conf",
  "phone.conf",
  "prometheus.conf",
  "say.conf",
  "statsd.conf",
  "users.conf",
]);

/** Whether a root file of this name makes its directory one of Asterisk. */
export function speaksForAsterisk(root: string): boolean {
  return !ambiguous.has(root);
}
