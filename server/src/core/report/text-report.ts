// `--format text`: one block per problem, made for people.

import { counted } from "../text/counted.ts";
import type { ShownProblem } from "./checked.ts";
import { codeFrame } from "./code-frame.ts";
import { ProblemLimit } from "./most-telling.ts";
import { firstOnes, logNotes } from "./notes.ts";
import { printable } from "./printable.ts";
import type { Report, Reported, RunEnd } from "./report.ts";
import { inSeverity, type Style } from "./style.ts";
import { summaryText } from "./summary.ts";

/** Prints `limit` problems in full, and the first of each rule; the others are only counted. */
export function textReport(style: Style, limit: number, withSummary: boolean): Report {
  const shown = new ProblemLimit(limit);
  let left = 0;
  return {
    add(problem: Reported) {
      if (!shown.takes(problem.problem)) {
        left++;
        return "";
      }
      return `${problemText(problem, style)}\n\n`;
    },
    *finish({ summary }: RunEnd) {
      if (left > 0) yield `... and ${counted(left, "more problem")}. --format concise lists all of them.\n\n`;
      if (withSummary && summary.installations > 0) yield `${summaryText(summary, style)}\n`;
    },
  };
}

/** One problem: place and message, the lines, what Asterisk says, what can be done. */
export function problemText({ shown, problem, source }: Reported, style: Style): string {
  return [
    heading(shown, style),
    ...codeFrame(source, problem.span, style),
    ...notes(shown).map((note) => `  ${style.dim("=")} ${printable(note)}`),
  ].join("\n");
}

/** The line that an editor finds the place by. */
export function heading({ file, start, severity, message, rule }: ShownProblem, style: Style): string {
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
