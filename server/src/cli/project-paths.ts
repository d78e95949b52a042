// Paths as a build service wants them: from the top of the checkout, wherever in it the command runs.

import { realpathSync } from "node:fs";
import { isAbsolute, posix, relative, resolve, sep } from "node:path";
import { slashed } from "../node/slashed.ts";

export interface ProjectPaths {
  /** From a path relative to the working directory to one relative to the top of the checkout. */
  readonly projectPath: (path: string) => string;
  /** From there to an absolute one. */
  readonly absolutePath: (path: string) => string;
}

/** The top is what GitHub Actions or GitLab names, if the command runs in it; otherwise the working directory. */
export function projectPaths(): ProjectPaths {
  const { GITHUB_WORKSPACE, CI_PROJECT_DIR } = process.env;
  const here = process.cwd();
  const top =
    [GITHUB_WORKSPACE, CI_PROJECT_DIR].map(real).find((path) => path !== undefined && contains(path, here)) ??
    here;
  const prefix = slashed(relative(top, here));
  return {
    projectPath: (path) => {
      if (!isAbsolute(path)) return posix.normalize(posix.join(prefix, path));
      return contains(top, path) ? slashed(relative(top, path)) : slashed(path);
    },
    absolutePath: (path) => slashed(resolve(top, path)),
  };
}

function real(path: string | undefined): string | undefined {
  try {
    return path === undefined || path === "" ? undefined : realpathSync(path);
  } catch {
    return undefined;
  }
}

function contains(directory: string, path: string): boolean {
  const inner = relative(directory, path);
  return inner !== ".." && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}
