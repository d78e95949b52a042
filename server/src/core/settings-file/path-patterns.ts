// Patterns of paths, as .gitignore and other linters have them. Whatever a pattern holds, to match it takes no more steps
// than its length times that of the path.

import { splitBraces } from "../config/braces.ts";
import { namePattern } from "../config/glob.ts";

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
    let meant = false;
    for (const { wanted, matches } of tests) if (meant !== wanted && matches(parts)) meant = wanted;
    known.set(path, meant);
    return meant;
  };
}

interface Pattern {
  /** False where it takes out. */
  readonly wanted: boolean;
  /** Whether it matches a path or a folder above it, given by its names. */
  readonly matches: (parts: readonly string[]) => boolean;
}

/** A test for one name; "any": any number of names, none included. */
type Step = ((name: string) => boolean) | "any";

/** More alternatives in braces than this are not looked at. */
const maximumAlternatives = 1000;

function patternOf(written: string): Pattern {
  const wanted = !written.startsWith("!");
  const alternatives = splitBraces(written.replace(/^!/, ""), maximumAlternatives).map(stepsOf);
  return { wanted, matches: (parts) => alternatives.some((steps) => isMatch(steps, parts)) };
}

function stepsOf(written: string): readonly Step[] {
  const text = written.replace(/^\.\//, "").replace(/(?<=.)\/+$/, "");
  const names = text.split("/").filter((name) => name !== "");
  const steps = names.map((name): Step => (name === "**" ? "any" : namePattern(name)));
  return names.length === 1 && !text.startsWith("/") ? ["any", ...steps] : steps;
}

/** Goes back to the last "**" only, since what an earlier one could take the last one takes as well. */
function isMatch(steps: readonly Step[], parts: readonly string[]): boolean {
  let step = 0;
  let at = 0;
  let any = -1;
  let resume = 0;
  while (step < steps.length) {
    const current = steps[step];
    const part = parts[at];
    if (current === "any") {
      any = step++;
      resume = at;
    } else if (part !== undefined && current?.(part) === true) {
      step++;
      at++;
    } else if (any !== -1 && resume < parts.length) {
      step = any + 1;
      at = ++resume;
    } else return false;
  }
  // What is left of the path lies below what matched.
  return steps.length > 0 && at > 0;
}
