// The configuration files that Asterisk itself opens; everything else is read only where one of them includes it.

import table from "./tables/files.json" with { type: "json" };

export interface KnownFile {
  readonly name: string;
  /** The module that reads it, or "core". */
  readonly module: string;
  readonly summary: string;
  readonly reader: "sorcery" | "wizard" | "pbx_config" | "config";
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
  const name = root.slice(root.lastIndexOf("/") + 1);
  return (
    knownFile(name)?.reader === "pbx_config" ||
    (knownFile(name) === undefined && /^extensions[._-].*\.conf$/.test(name))
  );
}
