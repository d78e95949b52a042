// Which files an #include reads, as far as the installation shows.

import { isMagic } from "../config/braces.ts";
import { expandGlob } from "../config/glob.ts";
import { resolveInclude } from "../config/include-path.ts";
import type { Installation } from "../workspace/installation.ts";

export interface IncludedFiles {
  /** Paths in the installation that are there; "unknown" files count as there. */
  readonly paths: readonly string[];
  /** The path lies outside of the installation, or its folder cannot be looked into. */
  readonly unseen: boolean;
  /** Whether the argument is a pattern that may stand for several files. */
  readonly isPattern: boolean;
}

export function includedFiles({ files, environment }: Installation, argument: string): IncludedFiles {
  const place = resolveInclude(argument, environment.directory);
  if (!place.inside) return { paths: [], unseen: true, isPattern: false };
  const isPattern = isMagic(place.path) || place.path.includes("{");
  const found = isPattern
    ? expandGlob(place.path, files.list)
    : { paths: place.path === "" ? [] : [place.path], unknown: false };
  let unseen = found.unknown;
  const paths = found.paths.filter((path) => {
    const content = files.read(path);
    if (content === "unknown") unseen = true;
    return content !== "absent" && content !== "directory" && content !== "unknown";
  });
  return { paths, unseen, isPattern };
}
