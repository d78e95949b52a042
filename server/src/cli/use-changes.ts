// Shows or writes what fixes changed.

import { join } from "node:path";
import { type Mended, unifiedDiff } from "../core/api.ts";
import { replaceFile } from "../node/write-file.ts";
import { printAll } from "./output.ts";
import { shownPath } from "./shown-path.ts";

export interface UsedChanges {
  /** Files that were written. */
  readonly written: number;
  /** Files that were only shown. */
  readonly shown: number;
  /** Why files could not be written, in sentences. */
  readonly refused: readonly string[];
}

export function useChanges(directory: string, { files }: Mended, diff: boolean): UsedChanges {
  let written = 0;
  let differences = 0;
  const refused: string[] = [];
  for (const { path, before, after } of files.changes) {
    const shown = shownPath(join(directory, path));
    if (diff) {
      printAll(unifiedDiff(shown, before, after));
      differences++;
      continue;
    }
    const refusal = replaceFile(directory, path, before, after);
    if (refusal === undefined) written++;
    else if (refusal === "outside") refused.push(`${shown}: lies outside the installation, left as it is`);
    else if (refusal === "changed-meanwhile") refused.push(`${shown}: was changed meanwhile, left as it is`);
    else refused.push(`${shown}: cannot be written (${refusal.error})`);
  }
  return { written, shown: differences, refused };
}
