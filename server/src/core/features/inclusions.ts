// An include that stands in a file, and which files it reads, as far as the installation shows.

import { isMagic } from "../config/braces.ts";
import { expandGlob } from "../config/glob.ts";
import { resolveInclude } from "../config/include-path.ts";
import { type DirectiveLine, sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import type { Installation } from "../workspace/installation.ts";
import type { Subject } from "./subject.ts";
import { loadedFile } from "./subject-file.ts";

interface IncludedFiles {
  /** Paths of the files that are there, from the directory of the installation; "unknown" ones are not. */
  readonly paths: readonly string[];
  /** The path lies outside of the installation, or something that it names cannot be looked into. */
  readonly unseen: boolean;
  /** Whether the argument is a pattern that may stand for several files. */
  readonly isPattern: boolean;
}

interface Inclusion extends IncludedFiles {
  /** The path or pattern that is written. */
  readonly span: Span;
}

/** The include whose path stands at an offset. */
export function inclusionAt(subject: Subject, offset: number): Inclusion | undefined {
  const line = loadedFile(subject)?.lines.lines.find(({ start, end }) => start <= offset && offset <= end);
  const found = line?.kind === "directive" ? inclusionOf(subject, line) : undefined;
  return found !== undefined && found.span.start <= offset && offset <= found.span.end ? found : undefined;
}

/** What a directive reads; undefined where it is no include. */
export function inclusionOf({ installation }: Subject, line: DirectiveLine): Inclusion | undefined {
  if (line.argument === undefined || !["include", "tryinclude"].includes(asciiLower(line.word)))
    return undefined;
  const span = sourceSpan(line, line.argumentStart, line.argumentEnd);
  return { span, ...includedFiles(installation, line.argument) };
}

/** What an include reads that has this path or pattern. */
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
