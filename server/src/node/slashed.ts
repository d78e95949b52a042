// Paths as the product shows and compares them.

import { sep } from "node:path";

/** A path with "/" between folders on every system. */
export function slashed(path: string): string {
  return path.split(sep).join("/");
}
