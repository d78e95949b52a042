import { relative } from "node:path";
import { slashed } from "../node/slashed.ts";

/** A path as reports show it: relative to the working directory, which itself is ".". */
export function shownPath(path: string): string {
  const shown = slashed(relative(process.cwd(), path));
  return shown === "" ? "." : shown;
}
