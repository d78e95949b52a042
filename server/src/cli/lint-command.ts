// `asterisk-analyzer lint`: finds the installations, checks each, prints, and applies fixes where asked to.

import { join } from "node:path";
import {
  added,
  counted,
  emptySummary,
  type Failure,
  type Files,
  type Mended,
  type Problem,
  type Rule,
  type Severity,
  Statistics,
} from "../core/api.ts";
import type { Found, FoundInstallation } from "../node/find-installations.ts";
import { unreadableRoots } from "../node/unreadable-roots.ts";
import { type BaselineOptions, type BaselineRun, openBaseline } from "./baseline.ts";
import { check, mend } from "./check.ts";
import { chooseOutputs, type OutputFlags } from "./lint-formats.ts";
import { diskHost, type LintHost, type OpenFiles } from "./lint-host.ts";
import { LintOutputs } from "./lint-outputs.ts";
import { note, outputStyle, printAll, progress } from "./output.ts";
import type { Projects } from "./projects.ts";
import { showFixes } from "./show-fixes.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";
import { useChanges } from "./use-changes.ts";

export interface LintOptions extends OutputFlags, BaselineOptions {
  readonly severity: Severity;
  readonly fix?: true;
  readonly unsafe?: true;
  readonly diff?: true;
  readonly showFixes?: true;
  readonly exitZero?: true;
  readonly statistics?: true;
  readonly maxWarnings?: number;
}

/** Returns the exit code. */
export async function lintCommand(
  paths: readonly string[],
  options: LintOptions,
  projects: Projects,
  host: LintHost = diskHost,
): Promise<number> {
  refuseContradictions(options);
  const { GITHUB_ACTIONS } = process.env;
  const chosen = options.statistics ? [] : chooseOutputs(options, GITHUB_ACTIONS === "true");
  const outputs = await LintOutputs.open(chosen, {
    quiet: options.quiet === true,
    fails: (severity) => counts(severity, options),
  });
  const run = new LintRun(options, projects, outputs, host);
  const all = host.find(paths, projects.settingsOf);
  const found = host.select?.(all, projects, host) ?? all;
  run.checkAll(found);
  return run.finish(found, all);
}

function refuseContradictions(options: LintOptions): void {
  if (options.unsafe && !options.fix && !options.diff)
    throw new UsageError("--unsafe says which fixes to apply; it needs --fix or --diff");
  if (options.showFixes && !options.fix && !options.diff)
    throw new UsageError("--show-fixes says what was mended; it needs --fix or --diff");
  const isSpecial = options.output.length > 0 || (options.format ?? "text") !== "text";
  if (options.diff && isSpecial)
    throw new UsageError("--diff prints changes only; --format and --output do not go with it");
  if (options.diff && options.updateBaseline)
    throw new UsageError("--diff writes nothing, and --update-baseline writes a file");
  if (options.statistics && isSpecial && (options.output.length > 0 || options.format !== "json"))
    throw new UsageError("--statistics prints text, or JSON with --format json");
}

/** Whether problems of a severity make a run fail each by itself. */
function counts(severity: Severity, options: LintOptions): boolean {
  if (severity === "warning" && options.maxWarnings !== undefined) return false;
  const order: readonly Severity[] = ["hint", "warning", "error"];
  return order.indexOf(severity) >= order.indexOf(options.severity);
}

/** What adds up over the installations of one run. */
class LintRun {
  readonly #options: LintOptions;
  readonly #projects: Projects;
  readonly #host: LintHost;
  readonly #outputs: LintOutputs;
  readonly #statistics: Statistics | undefined;
  readonly #baseline: BaselineRun | undefined;
  /** Files that were read as part of an installation: not checked once more on their own. */
  readonly #read = new Set<string>();
  /** Files whose problems were asked for, as the user sees them, and by their place with the rules that ran. */
  readonly #checked = new Set<string>();
  readonly #judged = new Map<string, readonly Rule[]>();
  readonly #failures: Failure[] = [];
  #summary = emptySummary;
  #failing = 0;
  #differences = 0;
  /** Installations of which nothing is left to check. */
  #ignored = 0;

  constructor(options: LintOptions, projects: Projects, outputs: LintOutputs, host: LintHost) {
    this.#options = options;
    this.#projects = projects;
    this.#host = host;
    this.#statistics = options.statistics ? new Statistics() : undefined;
    this.#baseline = openBaseline(options);
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
    if (this.#ignored > 0 && this.#ignored === installations.length)
      note("nothing is left to check: the settings ignore all of it");
  }

  /** Where no path led to an installation, somebody most likely named the wrong one: that is no success. */
  finish({ installations }: Found, all: Found): number {
    const { diff, exitZero } = this.#options;
    const end = { summary: this.#summary, files: [...this.#checked], failures: [...this.#failures] };
    const read = [...this.#read, ...this.#projects.places];
    if (!diff) for (const { path, reason } of this.#outputs.finish(end, read)) this.#fail(path, reason);
    this.#printStatistics();
    if (this.#failures.length > 0 || all.installations.length === 0) {
      if (this.#options.updateBaseline) note("the baseline is left as it is, since not everything was read");
      return 2;
    }
    this.#failing +=
      this.#baseline?.finish({
        directories: all.installations.map(({ directory }) => directory),
        whole: new Map(
          installations
            .filter(({ only }) => only === undefined)
            .map(({ directory }) => [directory, this.#projects.of(directory).levels.rules]),
        ),
        files: this.#judged,
        settings: this.#projects.places,
      }) ?? 0;
    if (exitZero) return 0;
    return (diff ? this.#differences : this.#failing + this.#tooManyWarnings()) > 0 ? 1 : 0;
  }

  #printStatistics(): void {
    const { quiet, format } = this.#options;
    if (format === "json") printAll(this.#statistics?.json(this.#summary) ?? []);
    else printAll(this.#statistics?.text(quiet ? undefined : this.#summary, outputStyle()) ?? []);
  }

  /** With --max-warnings, warnings fail by their number alone. */
  #tooManyWarnings(): number {
    const { maxWarnings = Number.POSITIVE_INFINITY } = this.#options;
    const { warnings } = this.#summary;
    if (warnings <= maxWarnings) return 0;
    note(`${counted(warnings, "warning")}, and --max-warnings allows ${maxWarnings}`);
    return warnings;
  }

  #check(found: FoundInstallation): void {
    const options = this.#projects.of(found.directory);
    const roots = found.roots.filter(
      (root) => !this.#read.has(join(found.directory, root)) && !options.isIgnored(root),
    );
    if ([...(found.only ?? found.roots)].every(options.isIgnored)) this.#ignored++;
    if (roots.length === 0) return;
    const installation = { ...found, roots };
    const disk = this.#host.open(found.directory);
    for (const { path, reason } of unreadableRoots(roots, disk))
      this.#fail(shownPath(join(found.directory, path)), reason);
    if (this.#options.fix || this.#options.diff) {
      const mended = mend(installation, disk, options, ({ safe }) => safe || this.#options.unsafe === true);
      if (this.#useChanges(found, mended)) {
        this.#add(found, mended.files, disk, mended.problems);
        return;
      }
      // What could not be written is reported as it is on disk.
      const now = this.#host.open(found.directory);
      this.#add(found, now, now, check(installation, now, options));
    } else this.#add(found, disk, disk, check(installation, disk, options));
  }

  #add(found: FoundInstallation, files: Files, disk: OpenFiles, all: readonly Problem[]): void {
    for (const { path } of disk.sources) this.#read.add(join(found.directory, path));
    const checked = [...(found.only ?? disk.sources.map(({ path }) => path))];
    const { rules } = this.#projects.of(found.directory).levels;
    for (const path of checked) this.#judged.set(join(found.directory, path), rules);
    const text = (path: string): string | undefined => {
      const content = files.read(path);
      return typeof content === "string" ? undefined : content.text;
    };
    const problems = this.#baseline?.shown(found.directory, all, text) ?? all;
    this.#summary = added(this.#summary, problems, checked.length);
    this.#failing += problems.filter(({ severity }) => counts(severity, this.#options)).length;
    if (this.#options.diff) return;
    for (const path of checked) this.#checked.add(shownPath(join(found.directory, path)));
    this.#statistics?.add(problems);
    this.#outputs.add({ installation: shownPath(found.directory), problems, text });
  }

  /** Shows or writes what was mended; false where a file could not be written. */
  #useChanges({ directory }: FoundInstallation, mended: Mended): boolean {
    const show = this.#options.diff === true;
    const { written, shown, refused } = useChanges(directory, mended, show, this.#host.write);
    this.#differences += shown;
    for (const { path, reason } of refused) this.#fail(path, reason);
    if (this.#options.showFixes && refused.length === 0) showFixes(directory, mended, !show);
    if (written > 0)
      this.#summary = {
        ...this.#summary,
        fixed: this.#summary.fixed + mended.mended.length,
        fixedFiles: this.#summary.fixedFiles + written,
      };
    return refused.length === 0;
  }

  #fail(path: string, reason: string): void {
    note(`${path}: ${reason}`);
    this.#failures.push({ path, reason });
  }
}
