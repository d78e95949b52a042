// Shows or writes what fixes changed.

import { join } from "node:path";
import { type Failure, type Mended, unifiedDiff } from "../core/api.ts";
import { replaceFile } from "../node/write-file.ts";
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
    else if (refusal === "outside")
      refused.push({ path: shown, reason: "lies outside the installation, left as it is" });
    else if (refusal === "changed-meanwhile")
      refused.push({ path: shown, reason: "was changed meanwhile, left as it is" });
    else refused.push({ path: shown, reason: `cannot be written (${refusal.error})` });
  }
  return { written, shown: differences, refused };
}
