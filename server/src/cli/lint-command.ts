// `asterisk-analyzer lint`: finds the installations, checks each, prints, and applies fixes where asked to.

import { join } from "node:path";
import {
  added,
  emptySummary,
  type Files,
  jsonReport,
  type Mended,
  type Problem,
  type Report,
  type RuleLevels,
  type Settings,
  type Severity,
  textReport,
  unifiedDiff,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { type Found, type FoundInstallation, findInstallations } from "../node/find-installations.ts";
import { refusalText, replaceFile } from "../node/write-file.ts";
import { check, mend } from "./check.ts";
import { note, outputStyle, printAll, progress } from "./output.ts";
import { readRuleLevels } from "./rule-levels.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface LintOptions {
  readonly format: "text" | "json";
  readonly severity: Severity;
  readonly rule: readonly string[];
  readonly knownFunction: readonly string[];
  readonly fix?: true;
  readonly unsafe?: true;
  readonly diff?: true;
  readonly exitZero?: true;
  readonly quiet?: true;
}

/** Problems that the text report prints in full. */
const maximumShown = 1000;

/** Returns the exit code. */
export function lintCommand(paths: readonly string[], options: LintOptions, settings: Settings): number {
  refuseContradictions(options);
  const known = { ...settings, knownFunctions: options.knownFunction };
  const run = new LintRun(options, known, readRuleLevels(options.rule));
  const found = findInstallations(paths, known);
  run.checkAll(found);
  return run.finish(found);
}

function refuseContradictions(options: LintOptions): void {
  if (options.unsafe && !options.fix && !options.diff)
    throw new UsageError("--unsafe says which fixes to apply; it needs --fix or --diff");
  if (options.diff && options.format === "json") throw new UsageError("--diff prints no JSON");
}

/** What adds up over the installations of one run. */
class LintRun {
  readonly #options: LintOptions;
  readonly #settings: Settings;
  readonly #levels: RuleLevels;
  readonly #report: Report;
  /** Files that were read as part of an installation: not checked once more on their own. */
  readonly #read = new Set<string>();
  #summary = emptySummary;
  #failing = 0;
  #unusable = 0;
  #differences = 0;

  constructor(options: LintOptions, settings: Settings, levels: RuleLevels) {
    this.#options = options;
    this.#settings = settings;
    this.#levels = levels;
    this.#report = options.format === "json" ? jsonReport() : textReport(outputStyle(), maximumShown);
  }

  checkAll({ installations, failures, empty }: Found): void {
    for (const { path, reason } of failures) this.#fail(`${path}: ${reason}`);
    for (const path of empty) note(`${path}: no Asterisk configuration found there or below`);
    const tell = progress(installations.length);
    for (const [index, installation] of installations.entries()) {
      tell(index);
      this.#check(installation);
    }
    tell(installations.length);
  }

  /** Where no path led to an installation, somebody most likely named the wrong one: that is no success. */
  finish({ installations }: Found): number {
    const { format, quiet, diff, exitZero } = this.#options;
    if (!diff && (format === "json" || (!quiet && installations.length > 0)))
      printAll(this.#report.finish(this.#summary));
    if (this.#unusable > 0 || installations.length === 0) return 2;
    if (exitZero) return 0;
    return (diff ? this.#differences : this.#failing) > 0 ? 1 : 0;
  }

  #check(found: FoundInstallation): void {
    const roots = found.roots.filter((root) => !this.#read.has(join(found.directory, root)));
    if (roots.length === 0) return;
    const installation = { ...found, roots };
    const disk = new DiskFiles(found.directory);
    for (const root of roots) {
      const content = disk.read(root);
      const path = shownPath(join(found.directory, root));
      if (content === "unreadable") this.#fail(`${path}: cannot be read`);
      else if (content === "directory") this.#fail(`${path}: not a regular file`);
    }
    const options = { settings: this.#settings, levels: this.#levels };
    if (this.#options.fix || this.#options.diff) {
      const mended = mend(installation, disk, options, ({ safe }) => safe || this.#options.unsafe === true);
      if (this.#useChanges(found, mended)) {
        this.#add(found, mended.files, disk, mended.problems);
        return;
      }
      // What could not be written is reported as it is on disk.
      const now = new DiskFiles(found.directory);
      this.#add(found, now, now, check(installation, now, options));
    } else this.#add(found, disk, disk, check(installation, disk, options));
  }

  #add(found: FoundInstallation, files: Files, disk: DiskFiles, problems: readonly Problem[]): void {
    for (const { path } of disk.sources) this.#read.add(join(found.directory, path));
    this.#summary = added(this.#summary, problems, found.only?.size ?? disk.sources.length);
    this.#failing += problems.filter((problem) => this.#counts(problem)).length;
    if (this.#options.diff) return;
    const text = (path: string): string | undefined => {
      const content = files.read(path);
      return typeof content === "string" ? undefined : content.text;
    };
    printAll(this.#report.add({ installation: shownPath(found.directory), problems, text }));
  }

  #counts({ severity }: Problem): boolean {
    const order: readonly Severity[] = ["hint", "warning", "error"];
    return order.indexOf(severity) >= order.indexOf(this.#options.severity);
  }

  /** Shows or writes what was mended; false where a file could not be written. */
  #useChanges({ directory }: FoundInstallation, { files, fixed }: Mended): boolean {
    let written = 0;
    let refused = 0;
    for (const { path, before, after } of files.changes) {
      const shown = shownPath(join(directory, path));
      if (this.#options.diff) {
        printAll(unifiedDiff(shown, before, after));
        this.#differences++;
        continue;
      }
      const refusal = replaceFile(directory, path, before, after);
      if (refusal === undefined) written++;
      else refused++;
      if (refusal === undefined) continue;
      this.#fail(`${shown}: ${refusalText(refusal)}`);
    }
    if (written > 0)
      this.#summary = {
        ...this.#summary,
        fixed: this.#summary.fixed + fixed,
        fixedFiles: this.#summary.fixedFiles + written,
      };
    return refused === 0;
  }

  #fail(text: string): void {
    note(text);
    this.#unusable++;
  }
}
