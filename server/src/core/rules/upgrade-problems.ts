// What a newer Asterisk makes of a configuration that an older one reads today: the problems that come with it, and
// those that are there already.

import type { AsteriskVersion } from "../catalog/version.ts";
import type { Files } from "../config/files.ts";
import { type Installation, openInstallation } from "../workspace/installation.ts";
import type { Settings } from "../workspace/settings.ts";
import { groupOf } from "./levels.ts";
import { dependsOnRendering } from "./placeholder/depends-on-rendering.ts";
import { arrange, type Problem, problemOf } from "./problem.ts";
import { rules } from "./registry.ts";
import type { Severity } from "./rule.ts";
import { checkInstallation, leftUnsuppressed } from "./run.ts";

export interface UpgradeProblems {
  /** What worked and is rejected, lost or fails. */
  readonly breaks: readonly Problem[];
  /** What still works, but otherwise. */
  readonly changes: readonly Problem[];
  /** What works as before, and will be gone in a version to come. */
  readonly deprecated: readonly Problem[];
  /** How many errors and warnings the older version has as well. */
  readonly before: number;
  /** Templates with lines of which only the rendered files tell what becomes of them. */
  readonly unsure: readonly string[];
}

/**
 * Checks the roots as `from` reads them and as the version of the settings does. Fixes are those for the newer one.
 */
export function upgradeProblems(
  files: Files,
  roots: readonly string[],
  settings: Settings,
  from: AsteriskVersion,
): UpgradeProblems {
  const older = checkInstallation(openInstallation(files, { ...settings, version: from }), roots);
  const installation = openInstallation(files, settings);
  const known = new Map(older.map((problem) => [keyOf(problem), problem]));
  const own = ownProblems(installation, roots, from);
  const told = new Set(own.flatMap(({ rule, file }) => (rule === "upgrade/unread-file" ? [file] : [])));
  const all = checkInstallation(installation, roots).filter(({ file }) => !told.has(file));
  const come = all.filter(
    (problem) => problem.severity !== "hint" && isWorse(problem, known.get(keyOf(problem))),
  );
  const problems = arrange([...own, ...come, ...all.filter(({ effect }) => effect === "legacy")]);
  const losesChanSip = from.major < 21 && settings.version.major >= 21;
  const breaks = ({ severity, rule }: Problem): boolean =>
    severity === "error" || (losesChanSip && groupOf(rule) === "chan-sip");
  const goesOn = problems.filter((problem) => !breaks(problem));
  return {
    breaks: problems.filter(breaks),
    changes: goesOn.filter(({ effect }) => effect !== "legacy"),
    deprecated: goesOn.filter(({ effect }) => effect === "legacy"),
    before:
      all.filter(({ severity, effect }) => severity !== "hint" && effect !== "legacy").length -
      come.filter(({ effect }) => effect !== "legacy").length,
    unsure: [...new Set(all.filter(({ rule }) => rule === dependsOnRendering.id).map(({ file }) => file))],
  };
}

function ownProblems(
  installation: Installation,
  roots: readonly string[],
  from: AsteriskVersion,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (rule.on !== "upgrade") continue;
    for (const finding of rule.check(installation, from)) problems.push(problemOf(rule, finding));
  }
  return leftUnsuppressed(problems, installation, roots);
}

function keyOf({ file, span, rule }: Problem): string {
  return `${file}\0${span.start}\0${span.end}\0${rule}`;
}

const order: readonly Severity[] = ["hint", "warning", "error"];

/** A place that had a mistake already may have a graver one now. */
function isWorse(now: Problem, before: Problem | undefined): boolean {
  return before === undefined || order.indexOf(now.severity) > order.indexOf(before.severity);
}
