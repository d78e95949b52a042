import { relative, sep } from "node:path";

/** A path as reports show it: relative to the working directory, which itself is ".". */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path).split(sep).join("/");
  return shown === "" ? "." : shown;
}
