// One installation through the core, once as it is or again and again while fixes can be applied.

import {
  applyEdits,
  checkInstallation,
  EditCollector,
  type Files,
  openInstallation,
  type Problem,
  type RuleLevels,
  type Settings,
} from "../core/api.ts";
import { ChangedFiles } from "../node/changed-files.ts";
import type { FoundInstallation } from "../node/find-installations.ts";

/** How an installation is checked. */
export interface CheckOptions {
  readonly settings: Settings;
  readonly levels: RuleLevels;
}

export function check(found: FoundInstallation, files: Files, options: CheckOptions): readonly Problem[] {
  const installation = openInstallation(files, options.settings);
  const problems = checkInstallation(installation, found.roots, options.levels.rules);
  const { only } = found;
  const wanted = only === undefined ? problems : problems.filter(({ file }) => only.has(file));
  return options.levels.apply(wanted);
}

/** An installation after its fixes: the changes, how many fixes that took, and what is left. */
export interface Mended {
  readonly files: ChangedFiles;
  readonly fixed: number;
  readonly problems: readonly Problem[];
}

/** A fix can uncover the next mistake of an object, and two fixes can wait for each other. */
const maximumRounds = 10;

/** Applies fixes in memory until nothing changes. */
export function mend(
  found: FoundInstallation,
  base: Files,
  options: CheckOptions,
  allows: (fix: Problem["fixes"][number]) => boolean,
): Mended {
  const files = new ChangedFiles(base);
  let fixed = 0;
  let problems = check(found, files, options);
  for (let round = 0; round < maximumRounds; round++) {
    const { edits, applied } = chooseFixes(problems, found, allows);
    if (applied === 0) break;
    let changed = false;
    for (const [path, fileEdits] of edits.byFile) {
      const content = files.read(path);
      if (typeof content === "string") continue;
      const text = applyEdits(content.text, fileEdits);
      changed ||= text !== content.text;
      files.write(path, text);
    }
    if (!changed) break;
    fixed += applied;
    problems = check(found, files, options);
  }
  return { files, fixed, problems };
}

function chooseFixes(
  problems: readonly Problem[],
  { only }: FoundInstallation,
  allows: (fix: Problem["fixes"][number]) => boolean,
): { readonly edits: EditCollector; readonly applied: number } {
  const edits = new EditCollector();
  let applied = 0;
  for (const { fixes } of problems) {
    const usable = fixes.filter(
      (fix) => allows(fix) && (only === undefined || fix.edits.every(({ file }) => only.has(file))),
    );
    const fix = usable.find(({ safe }) => safe) ?? usable[0];
    if (fix !== undefined && edits.add(fix.edits)) applied++;
  }
  return { edits, applied };
}
