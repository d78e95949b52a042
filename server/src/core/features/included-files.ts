// The includes of a file, and which files each of them reads.

import { expandGlob } from "../config/glob.ts";
import { resolveInclude } from "../config/include-path.ts";
import type { LoadedFile } from "../config/section.ts";
import { type DirectiveLine, sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import type { Subject } from "./subject.ts";

export interface Inclusion {
  /** The path or pattern that is written. */
  readonly span: Span;
  /** Paths of the files that are there, from the directory of the installation. */
  readonly files: readonly string[];
  /** Whether it names something that we cannot see. */
  readonly outside: boolean;
}

/** All `#include` and `#tryinclude` of a file, in order. */
export function inclusions(subject: Subject): readonly Inclusion[] {
  const loaded = loadedFile(subject);
  if (loaded === undefined) return [];
  return loaded.lines.lines.flatMap((line) =>
    line.kind === "directive" && isInclude(line) ? [inclusion(subject, line)] : [],
  );
}

/** The include at an offset. */
export function includedFiles(subject: Subject, offset: number): Inclusion | undefined {
  const line = loadedFile(subject)?.lines.lines.find(({ start, end }) => start <= offset && offset <= end);
  if (line?.kind !== "directive" || !isInclude(line)) return undefined;
  const found = inclusion(subject, line);
  return found.span.start <= offset && offset <= found.span.end ? found : undefined;
}

/** A file as the first root that reads it reads it. */
export function loadedFile({ installation, roots, file }: Subject): LoadedFile | undefined {
  const [root] = roots;
  return root === undefined ? undefined : installation.load(root).files.find(({ path }) => path === file);
}

function isInclude({ word, argument }: DirectiveLine): boolean {
  return argument !== undefined && ["include", "tryinclude"].includes(asciiLower(word));
}

function inclusion({ installation }: Subject, line: DirectiveLine): Inclusion {
  const { files, environment } = installation;
  const span = sourceSpan(line, line.argumentStart, line.argumentEnd);
  const place = resolveInclude(line.argument ?? "", environment.directory);
  if (!place.inside) return { span, files: [], outside: true };
  const { paths, unknown } = expandGlob(place.path, (folder) => files.list(folder));
  return { span, files: paths.filter((path) => typeof files.read(path) !== "string"), outside: unknown };
}
