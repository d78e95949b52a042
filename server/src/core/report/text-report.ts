// `--format text`: one block per problem, made for people.

import type { Problem } from "../rules/problem.ts";
import { counted, grouped } from "../text/counted.ts";
import { type Checked, ProblemView, type ShownProblem } from "./checked.ts";
import { codeFrame } from "./code-frame.ts";
import { firstOnes, logNotes } from "./notes.ts";
import { printable } from "./printable.ts";
import type { Report } from "./report.ts";
import { inSeverity, type Style } from "./style.ts";
import { countsText, type Summary } from "./summary.ts";

/** Prints at most `limit` problems in full; the others are only counted. */
export function textReport(style: Style, limit: number): Report {
  let shown = 0;
  let left = 0;
  return {
    *add(checked: Checked) {
      const view = new ProblemView(checked);
      for (const problem of checked.problems) {
        if (shown < limit) yield `${problemText(problem, view, style)}\n\n`;
        else left++;
        shown++;
      }
    },
    *finish(summary: Summary) {
      if (left > 0) yield `... and ${counted(left, "more problem")}. --format json lists all of them.\n\n`;
      yield `${summaryText(summary, style)}\n`;
    },
  };
}

/** One problem: place and message, the lines, what Asterisk says, what can be done. */
export function problemText(problem: Problem, view: ProblemView, style: Style): string {
  const shown = view.show(problem);
  return [
    heading(shown, style),
    ...codeFrame(view.source(problem.file), problem.span, style),
    ...notes(shown).map((note) => `  ${style.dim("=")} ${printable(note)}`),
  ].join("\n");
}

function heading({ file, start, severity, message, rule }: ShownProblem, style: Style): string {
  const place = style.bold(`${printable(file)}:${start.line}:${start.column}:`);
  return `${place} ${inSeverity(style, severity, `${severity}:`)} ${printable(message)} ${style.dim(`[${rule}]`)}`;
}

function notes({ related, log, runtimeLog, fixes }: ShownProblem): string[] {
  return [
    ...firstOnes(
      related.map(({ file, start, message }) => `${message}: ${file}:${start.line}:${start.column}`),
      "place",
    ),
    ...logNotes({ log, runtimeLog }),
    ...fixes.map(({ title, safe }) => `fix (${safe ? "--fix" : "--fix --unsafe"}): ${title}`),
  ];
}

function summaryText(summary: Summary, style: Style): string {
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
