// One installation through the core, as it is or with its fixes applied.

import {
  checkInstallation,
  type Files,
  type Mended,
  mendFiles,
  openInstallation,
  type Problem,
  type RuleLevels,
  type Settings,
} from "../core/api.ts";
import type { FoundInstallation } from "../node/find-installations.ts";

/** How an installation is checked. */
export interface CheckOptions {
  readonly settings: Settings;
  readonly levels: RuleLevels;
  readonly isIgnored?: (file: string) => boolean;
}

export function check(found: FoundInstallation, files: Files, options: CheckOptions): readonly Problem[] {
  const installation = openInstallation(files, options.settings);
  const problems = checkInstallation(installation, found.roots, options.levels.rules);
  const { only } = found;
  const wanted = only === undefined ? problems : problems.filter(({ file }) => only.has(file));
  return options.levels.apply(wanted);
}

/** Applies fixes in memory until nothing changes. */
export function mend(
  found: FoundInstallation,
  base: Files,
  options: CheckOptions,
  allows: (fix: Problem["fixes"][number]) => boolean,
): Mended {
  const { only } = found;
  return mendFiles({
    files: base,
    check: (files) => check(found, files, options),
    allows,
    mayChange: (file) => (only === undefined || only.has(file)) && options.isIgnored?.(file) !== true,
  });
}
