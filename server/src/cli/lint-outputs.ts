// The reports of a run of lint: the printed one goes out piece by piece, those in files are written as a whole at the end.

import { readFileSync } from "node:fs";
import {
  type Checked,
  checkstyleReport,
  conciseReport,
  githubReport,
  gitlabReport,
  jsonReport,
  lintJunitReport,
  plainStyle,
  type Report,
  Reports,
  type RunEnd,
  type Severity,
  sarifReport,
  textReport,
} from "../core/api.ts";
import { type ReportFile, reportFile } from "../node/report-file.ts";
import type { Format, Output } from "./lint-formats.ts";
import { outputStyle, Printer } from "./output.ts";
import { projectPaths } from "./project-paths.ts";
import { UsageError } from "./usage-error.ts";

/** Problems that the text report prints in full. */
const maximumShown = 1000;

export interface ReportOptions {
  readonly quiet: boolean;
  /** Whether problems of a severity make the run fail. */
  readonly fails: (severity: Severity) => boolean;
}

/** Where a report collects what is not written yet. */
interface Target {
  readonly output: Output;
  readonly file: ReportFile | undefined;
  readonly pieces: string[];
}

export class LintOutputs {
  readonly #targets: readonly Target[];
  readonly #reports: Reports;
  /** The report that is printed while others may still wait. */
  readonly #printed: Target | undefined;
  readonly #printer = new Printer();

  private constructor(targets: readonly Target[], reports: readonly Report[]) {
    this.#targets = targets;
    this.#printed = targets.find(({ file }) => file === undefined);
    this.#reports = new Reports(reports, (index, piece) => this.#take(index, piece));
  }

  /** Refuses files that could not be written, before anything is checked. */
  static async open(outputs: readonly Output[], options: ReportOptions): Promise<LintOutputs> {
    const targets = outputs.map((output) => ({ output, file: fileOf(output), pieces: [] }));
    const reports: Report[] = [];
    for (const output of outputs) reports.push(await reportFor(output, options));
    return new LintOutputs(targets, reports);
  }

  add(checked: Checked): void {
    this.#reports.add(checked);
    this.#printer.flush();
  }

  /** Writes what is left, but over none of the files that were `read`; says what could not be written. */
  finish(end: RunEnd, read: Iterable<string>): { readonly path: string; readonly reason: string }[] {
    this.#reports.finish(end);
    const kept = [...read];
    const refused = this.#targets.flatMap(({ output, file, pieces }) => {
      if (file === undefined) return [];
      const reason = file.write(pieces, kept);
      return reason === undefined ? [] : [{ path: output.file ?? "", reason }];
    });
    for (const { file, pieces } of this.#targets)
      if (file === undefined) for (const piece of pieces) this.#printer.add(piece);
    this.#printer.flush();
    return refused;
  }

  /** The first report on standard output is printed at once, a second one after it. */
  #take(index: number, piece: string): void {
    const target = this.#targets[index];
    if (piece === "" || target === undefined) return;
    if (target === this.#printed) this.#printer.add(piece);
    else target.pieces.push(piece);
  }
}

function fileOf({ file }: Output): ReportFile | undefined {
  if (file === undefined) return undefined;
  const target = reportFile(file);
  if (typeof target === "string") throw new UsageError(`--output ${file}: ${target}`);
  return target;
}

async function reportFor({ format, file }: Output, { quiet, fails }: ReportOptions): Promise<Report> {
  const style = file === undefined ? outputStyle() : plainStyle;
  const makers: Readonly<Record<Format, () => Report | Promise<Report>>> = {
    text: () => textReport(style, maximumShown, !quiet),
    concise: () => conciseReport(style, !quiet),
    json: jsonReport,
    sarif: async () => {
      // Half a megabyte of pages, which the other formats do without.
      const { pages } = await import("../core/pages-api.ts");
      return sarifReport({ ...projectPaths(), version: ownVersion(), page: (rule) => pages.get(rule) });
    },
    github: () => githubReport(projectPaths().projectPath),
    gitlab: () => gitlabReport(projectPaths().projectPath),
    junit: () => lintJunitReport(fails),
    checkstyle: checkstyleReport,
  };
  return makers[format]();
}

function ownVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}
