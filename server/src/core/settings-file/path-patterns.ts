// Patterns of paths, as .gitignore and other linters have them. The only module that knows picomatch.

import picomatch from "picomatch";

/**
 * Whether a path is meant by a list of patterns. A pattern without "/" is about names at any depth; a folder stands for
 * all below it; "!" takes out again what an earlier pattern meant.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map(patternOf);
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    const above = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    let meant = false;
    for (const { wanted, matches } of tests) if (meant !== wanted && above.some(matches)) meant = wanted;
    known.set(path, meant);
    return meant;
  };
}

interface Pattern {
  /** False where it takes out. */
  readonly wanted: boolean;
  readonly matches: (path: string) => boolean;
}

function patternOf(written: string): Pattern {
  const wanted = !written.startsWith("!");
  const text = written
    .replace(/^!/, "")
    .replace(/^\.\//, "")
    .replace(/(?<=.)\/+$/, "");
  const basename = !text.replace(/^\*\*\//, "").includes("/") && !text.startsWith("/");
  const options = { dot: true, windows: false, nonegate: true, posixSlashes: true };
  const pattern = basename ? `**/${text.replace(/^\*\*\//, "")}` : text.replace(/^\//, "");
  try {
    const isMatch = picomatch(pattern, options);
    return { wanted, matches: (path) => isMatch(path) };
  } catch {
    // Longer than the library takes: nothing has such a name.
    return { wanted, matches: () => false };
  }
}
