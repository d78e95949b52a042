// `asterisk-analyzer lint`: finds the installations, checks each, prints, and applies fixes where asked to.

import { join } from "node:path";
import {
  added,
  emptySummary,
  type Failure,
  type Files,
  type Mended,
  type Problem,
  type RuleLevels,
  type Settings,
  type Severity,
  unifiedDiff,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { type Found, type FoundInstallation, findInstallations } from "../node/find-installations.ts";
import { replaceFile } from "../node/write-file.ts";
import { check, mend } from "./check.ts";
import { chooseOutputs, type OutputFlags } from "./lint-formats.ts";
import { LintOutputs } from "./lint-outputs.ts";
import { note, printAll, progress } from "./output.ts";
import { readRuleLevels } from "./rule-levels.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface LintOptions extends OutputFlags {
  readonly severity: Severity;
  readonly rule: readonly string[];
  readonly knownFunction: readonly string[];
  readonly fix?: true;
  readonly unsafe?: true;
  readonly diff?: true;
  readonly exitZero?: true;
  readonly quiet?: true;
}

/** Returns the exit code. */
export async function lintCommand(
  paths: readonly string[],
  options: LintOptions,
  settings: Settings,
): Promise<number> {
  refuseContradictions(options);
  const known = { ...settings, knownFunctions: options.knownFunction };
  const { GITHUB_ACTIONS } = process.env;
  const outputs = await LintOutputs.open(chooseOutputs(options, GITHUB_ACTIONS === "true"), {
    quiet: options.quiet === true,
    fails: (severity) => counts(severity, options.severity),
  });
  const run = new LintRun(options, known, readRuleLevels(options.rule), outputs);
  const found = findInstallations(paths, known);
  run.checkAll(found);
  return run.finish(found);
}

function refuseContradictions(options: LintOptions): void {
  if (options.unsafe && !options.fix && !options.diff)
    throw new UsageError("--unsafe says which fixes to apply; it needs --fix or --diff");
  if (options.diff && (options.output.length > 0 || (options.format ?? "text") !== "text"))
    throw new UsageError("--diff prints changes only; --format and --output do not go with it");
}

/** Whether a severity is at least as grave as another one. */
function counts(severity: Severity, least: Severity): boolean {
  const order: readonly Severity[] = ["hint", "warning", "error"];
  return order.indexOf(severity) >= order.indexOf(least);
}

/** What adds up over the installations of one run. */
class LintRun {
  readonly #options: LintOptions;
  readonly #settings: Settings;
  readonly #levels: RuleLevels;
  readonly #outputs: LintOutputs;
  /** Files that were read as part of an installation: not checked once more on their own. */
  readonly #read = new Set<string>();
  readonly #checked = new Set<string>();
  readonly #failures: Failure[] = [];
  #summary = emptySummary;
  #failing = 0;
  #differences = 0;

  constructor(options: LintOptions, settings: Settings, levels: RuleLevels, outputs: LintOutputs) {
    this.#options = options;
    this.#settings = settings;
    this.#levels = levels;
    this.#outputs = outputs;
  }

  checkAll({ installations, failures, empty }: Found): void {
    for (const { path, reason } of failures) this.#fail(path, reason);
    for (const path of empty) {
      const reason = "no Asterisk configuration found there or below";
      if (installations.length === 0) this.#fail(path, reason);
      else note(`${path}: ${reason}`);
    }
    const tell = progress(installations.length);
    for (const [index, installation] of installations.entries()) {
      tell(index);
      this.#check(installation);
    }
    tell(installations.length);
  }

  /** Where no path led to an installation, somebody most likely named the wrong one: that is no success. */
  finish({ installations }: Found): number {
    const { diff, exitZero } = this.#options;
    const end = { summary: this.#summary, files: [...this.#checked], failures: [...this.#failures] };
    if (!diff) for (const { path, reason } of this.#outputs.finish(end, this.#read)) this.#fail(path, reason);
    if (this.#failures.length > 0 || installations.length === 0) return 2;
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
      if (content === "unreadable") this.#fail(path, "cannot be read");
      else if (content === "directory") this.#fail(path, "not a regular file");
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
    this.#failing += problems.filter(({ severity }) => counts(severity, this.#options.severity)).length;
    if (this.#options.diff) return;
    const text = (path: string): string | undefined => {
      const content = files.read(path);
      return typeof content === "string" ? undefined : content.text;
    };
    const checked = found.only ?? disk.sources.map(({ path }) => path);
    for (const path of checked) this.#checked.add(shownPath(join(found.directory, path)));
    this.#outputs.add({ installation: shownPath(found.directory), problems, text });
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
      if (refusal === "outside") this.#fail(shown, "lies outside the installation, left as it is");
      else if (refusal === "changed-meanwhile") this.#fail(shown, "was changed meanwhile, left as it is");
      else this.#fail(shown, `cannot be written (${refusal.error})`);
    }
    if (written > 0)
      this.#summary = {
        ...this.#summary,
        fixed: this.#summary.fixed + fixed,
        fixedFiles: this.#summary.fixedFiles + written,
      };
    return refused === 0;
  }

  #fail(path: string, reason: string): void {
    note(`${path}: ${reason}`);
    this.#failures.push({ path, reason });
  }
}
