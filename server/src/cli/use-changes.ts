// Shows or writes what fixes changed.

import { join } from "node:path";
import { type Failure, type Mended, unifiedDiff } from "../core/api.ts";
import { refusalText, replaceFile } from "../node/write-file.ts";
import { printAll } from "./output.ts";
import { shownPath } from "./shown-path.ts";

export interface UsedChanges {
  /** Files that were written. */
  readonly written: number;
  /** Files that were only shown. */
  readonly shown: number;
  readonly refused: readonly Failure[];
}

export function useChanges(
  directory: string,
  { files }: Mended,
  diff: boolean,
  write: typeof replaceFile = replaceFile,
): UsedChanges {
  let written = 0;
  let differences = 0;
  const refused: Failure[] = [];
  for (const { path, before, after } of files.changes) {
    const shown = shownPath(join(directory, path));
    if (diff) {
      printAll(unifiedDiff(shown, before, after));
      differences++;
      continue;
    }
    const refusal = write(directory, path, before, after);
    if (refusal === undefined) written++;
    else refused.push({ path: shown, reason: refusalText(refusal) });
  }
  return { written, shown: differences, refused };
}
