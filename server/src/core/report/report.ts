// What an output format is, and how problems go to several of them at once: each is worked out for all of them together.

import { pageUrl } from "../rules/documentation.ts";
import type { Problem } from "../rules/problem.ts";
import { type Checked, ProblemView, type ShownProblem } from "./checked.ts";
import { Fingerprints } from "./fingerprint.ts";
import type { SourceLines } from "./source-lines.ts";
import type { Summary } from "./summary.ts";

/** An output format. Problems are handed in one after the other; the pieces are printed as they come. */
export interface Report {
  /** The piece for a problem; a format that needs all of them first gives nothing yet. */
  readonly add: (problem: Reported) => string;
  readonly finish: (end: RunEnd) => Iterable<string>;
}

/** A file or directory that could not be used, as the user sees it. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
}

/** What is known when everything has been looked at. */
export interface RunEnd {
  readonly summary: Summary;
  /** All files that were checked. */
  readonly files: readonly string[];
  readonly failures: readonly Failure[];
}

/** A problem with all that some format says of it. */
export class Reported {
  readonly problem: Problem;
  readonly shown: ShownProblem;
  /** The text of its file. */
  readonly source: SourceLines;
  readonly #fingerprints: Fingerprints;
  #fingerprint: string | undefined;

  constructor(problem: Problem, view: ProblemView, fingerprints: Fingerprints) {
    this.problem = problem;
    this.shown = view.show(problem);
    this.source = view.source(problem.file);
    this.#fingerprints = fingerprints;
  }

  /** The page of its rule. */
  get url(): string {
    return pageUrl(this.problem.rule);
  }

  /** To be asked of all problems of a run or of none, since it counts those that are alike. */
  get fingerprint(): string {
    this.#fingerprint ??= this.#fingerprints.of(this.problem, this.shown.file, this.source);
    return this.#fingerprint;
  }
}

/** Several reports on the same problems. `write` gets the pieces of each by its index. */
export class Reports {
  readonly #reports: readonly Report[];
  readonly #write: (index: number, piece: string) => void;
  readonly #fingerprints = new Fingerprints();

  constructor(reports: readonly Report[], write: (index: number, piece: string) => void) {
    this.#reports = reports;
    this.#write = write;
  }

  add(checked: Checked): void {
    const view = new ProblemView(checked);
    for (const problem of checked.problems) {
      const reported = new Reported(problem, view, this.#fingerprints);
      for (const [index, report] of this.#reports.entries()) this.#write(index, report.add(reported));
    }
  }

  finish(end: RunEnd): void {
    for (const [index, report] of this.#reports.entries())
      for (const piece of report.finish(end)) this.#write(index, piece);
  }
}
