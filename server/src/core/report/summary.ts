// What is counted over a whole run.

import type { Problem } from "../rules/problem.ts";
import { counted, grouped } from "../text/counted.ts";
import type { Style } from "./style.ts";

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** Files that were read, and the installations they belong to. */
  readonly files: number;
  readonly installations: number;
  /** Problems that `--fix` mends, and those that only `--fix --unsafe` does. */
  readonly fixable: number;
  readonly fixableUnsafe: number;
  /** Fixes that were applied in this run, and the files they changed. */
  readonly fixed: number;
  readonly fixedFiles: number;
}

export const emptySummary: Summary = {
  errors: 0,
  warnings: 0,
  hints: 0,
  files: 0,
  installations: 0,
  fixable: 0,
  fixableUnsafe: 0,
  fixed: 0,
  fixedFiles: 0,
};

/** The summary with one more installation. */
export function added(summary: Summary, problems: readonly Problem[], files: number): Summary {
  let { errors, warnings, hints, fixable, fixableUnsafe } = summary;
  for (const { severity, fixes } of problems) {
    if (severity === "error") errors++;
    else if (severity === "warning") warnings++;
    else hints++;
    if (fixes.some(({ safe }) => safe)) fixable++;
    else if (fixes.length > 0) fixableUnsafe++;
  }
  return {
    ...summary,
    errors,
    warnings,
    hints,
    fixable,
    fixableUnsafe,
    files: summary.files + files,
    installations: summary.installations + 1,
  };
}

/** "3 errors, 1 warning", or "no problems". */
export function countsText({ errors, warnings, hints }: Summary): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(hints > 0 ? [counted(hints, "hint")] : []),
  ];
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

/** The last line of what people read. */
export function summaryText(summary: Summary, style: Style): string {
  const { errors, warnings, files, installations, fixable, fixableUnsafe, fixed, fixedFiles } = summary;
  const counts = countsText(summary);
  const shown = errors > 0 ? style.error(counts) : warnings > 0 ? style.warning(counts) : counts;
  const sentences = [
    ...(fixed > 0 ? [`Mended ${counted(fixed, "problem")} in ${counted(fixedFiles, "file")}.`] : []),
    `Checked ${counted(files, "file")} in ${counted(installations, "installation")}: ${shown}.`,
    ...(fixable > 0 ? [`--fix mends ${grouped(fixable)} of them.`] : []),
    ...(fixableUnsafe > 0
      ? [
          `--fix --unsafe mends ${grouped(fixableUnsafe)}${fixable > 0 ? " more" : " of them"}; read what it does with --diff first.`,
        ]
      : []),
  ];
  return sentences.join(" ");
}
