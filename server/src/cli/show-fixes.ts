// `--show-fixes`: which rules mended what, file by file. It goes to standard error, so that every format stays whole.

import { join } from "node:path";
import { grouped, type Mended } from "../core/api.ts";
import { note } from "./output.ts";
import { shownPath } from "./shown-path.ts";

/** Says for each file of an installation how many problems of each rule were mended, or would be. */
export function showFixes(directory: string, { mended }: Mended, isDone: boolean): void {
  const counts = new Map<string, number>();
  for (const { file, rule } of mended) {
    const key = `${shownPath(join(directory, file))}: ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
    note(`${isDone ? "mended" : "--fix mends"} ${key} (${grouped(count)})`);
}
