// `asterisk-analyzer upgrade`: what a newer Asterisk makes of the configuration that an older one reads today.

import { join } from "node:path";
import {
  type AsteriskVersion,
  compareVersions,
  type Files,
  formatVersion,
  mendFiles,
  newestVersion,
  type Settings,
  type UpgradeChecked,
  type UpgradeProblems,
  upgradeJson,
  upgradeProblems,
  upgradeText,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { type FoundInstallation, findInstallations } from "../node/find-installations.ts";
import { unreadableRoots } from "../node/unreadable-roots.ts";
import { note, outputStyle, print } from "./output.ts";
import { type Projects, versionOf } from "./projects.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";
import { useChanges } from "./use-changes.ts";

export interface UpgradeOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format: "text" | "json";
  readonly fix?: true;
  readonly unsafe?: true;
  readonly diff?: true;
}

/** Problems of a chapter that are printed in full. */
const maximumShown = 1000;

/** Exit code 0: nothing breaks or works otherwise; 1: something does; 2: nothing found to read, or not to be written. */
export function upgradeCommand(
  paths: readonly string[],
  options: UpgradeOptions,
  projects: Projects,
): number {
  if (options.unsafe && !options.fix && !options.diff)
    throw new UsageError("--unsafe says which fixes to apply; it needs --fix or --diff");
  if (options.diff && options.format === "json") throw new UsageError("--diff prints no JSON");
  const to = options.to === undefined ? newestVersion : versionOf("--to", options.to);
  const { installations, failures, empty } = findInstallations(paths, projects.settingsOf);
  const failed = failures.map(({ path, reason }) => `${path}: ${reason}`);
  for (const path of empty) note(`${path}: no Asterisk configuration found there or below`);
  const checked: UpgradeChecked[] = [];
  let differences = 0;
  let mended = 0;
  let from = options.from === undefined ? to : olderThan(to, options.from, { version: to });
  for (const found of installations) {
    const { settings, isIgnored } = projects.of(found.directory);
    from = olderThan(to, options.from, settings);
    const older = from;
    const roots = found.roots.filter((root) => !isIgnored(root));
    const disk = new DiskFiles(found.directory);
    for (const { path, reason } of unreadableRoots(roots, disk))
      failed.push(`${shownPath(join(found.directory, path))}: ${reason}`);
    const problems = (files: Files): UpgradeProblems =>
      ofOnly(found, upgradeProblems(files, roots, { ...settings, version: to }, older));
    if (!options.fix && !options.diff) {
      checked.push(shownOf(found, disk, problems(disk)));
      continue;
    }
    const after = mendFiles({
      files: disk,
      check: (files) => fixable(problems(files)),
      allows: ({ safe }) => safe || options.unsafe === true,
      mayChange: (file) => found.only === undefined || found.only.has(file),
    });
    const used = useChanges(found.directory, after, options.diff === true);
    differences += used.shown;
    if (used.written > 0) mended += after.mended.length;
    failed.push(...used.refused.map(({ path, reason }) => `${path}: ${reason}`));
    const now = used.refused.length > 0 ? new DiskFiles(found.directory) : after.files;
    if (!options.diff) checked.push(shownOf(found, now, problems(now)));
  }
  for (const text of failed) note(text);
  if (!options.diff) print(reportOf(checked, options, from, to, mended));
  if (failed.length > 0 || installations.length === 0) return 2;
  if (options.diff) return differences > 0 ? 1 : 0;
  return checked.some(({ breaks, changes }) => breaks.length + changes.length > 0) ? 1 : 0;
}

/** The version of today: what the flag says, or else the settings file. */
function olderThan(
  to: AsteriskVersion,
  flag: string | undefined,
  { version }: Pick<Settings, "version">,
): AsteriskVersion {
  const from = flag === undefined ? version : versionOf("--from", flag);
  if (compareVersions(from, to) < 0) return from;
  if (flag === undefined)
    throw new UsageError("--from says which Asterisk reads the files today, for instance --from 18");
  throw new UsageError(`--from ${flag}: not older than ${formatVersion(to)}, which --to says`);
}

function reportOf(
  checked: readonly UpgradeChecked[],
  { format }: UpgradeOptions,
  from: AsteriskVersion,
  to: AsteriskVersion,
  mended: number,
): string {
  const pieces =
    format === "json"
      ? upgradeJson(checked, from, to)
      : upgradeText(checked, from, to, outputStyle(), maximumShown);
  const before = mended > 0 && format === "text" ? `Mended ${mended}.\n\n` : "";
  return `${before}${[...pieces].join("")}`;
}

function fixable({ breaks, changes, deprecated }: UpgradeProblems): UpgradeProblems["breaks"] {
  return [...breaks, ...changes, ...deprecated];
}

/** Where single files were named, what is said of them. */
function ofOnly({ only }: FoundInstallation, problems: UpgradeProblems): UpgradeProblems {
  if (only === undefined) return problems;
  const wanted = (list: UpgradeProblems["breaks"]): UpgradeProblems["breaks"] =>
    list.filter(({ file }) => only.has(file));
  const { breaks, changes, deprecated, unsure } = problems;
  return {
    ...problems,
    breaks: wanted(breaks),
    changes: wanted(changes),
    deprecated: wanted(deprecated),
    unsure: unsure.filter((file) => only.has(file)),
  };
}

function shownOf(found: FoundInstallation, files: Files, problems: UpgradeProblems): UpgradeChecked {
  return {
    installation: shownPath(found.directory),
    text: (path) => {
      const content = files.read(path);
      return typeof content === "string" ? undefined : content.text;
    },
    ...problems,
  };
}
