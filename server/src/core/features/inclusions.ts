// An include that stands in a file, and which files it reads.

import { type DirectiveLine, sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import { includedFiles } from "./included-files.ts";
import type { Subject } from "./subject.ts";
import { loadedFile } from "./subject-file.ts";

export interface Inclusion {
  /** The path or pattern that is written. */
  readonly span: Span;
  /** Paths of the files that are there, from the directory of the installation. */
  readonly paths: readonly string[];
  /** Whether it names something that we cannot see. */
  readonly unseen: boolean;
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
  const { paths, unseen } = includedFiles(installation, line.argument);
  return { span: sourceSpan(line, line.argumentStart, line.argumentEnd), paths, unseen };
}
