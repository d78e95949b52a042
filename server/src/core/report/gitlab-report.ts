// `--format gitlab`: the artifact that GitLab's code quality widget reads.

import type { Severity } from "../rules/rule.ts";
import { logNotes } from "./notes.ts";
import { printable, withoutLoneSurrogates } from "./printable.ts";
import type { Report, Reported } from "./report.ts";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", hint: "info" };

/** `projectPath` turns the path of a report into one that begins at the top of the checkout. */
export function gitlabReport(projectPath: (path: string) => string): Report {
  let problems = 0;
  return {
    add({ shown, fingerprint }: Reported) {
      const issue = {
        description: [shown.message, ...logNotes(shown)].map(printable).join("\n"),
        check_name: shown.rule,
        fingerprint,
        severity: severities[shown.severity],
        location: {
          path: withoutLoneSurrogates(projectPath(shown.file)),
          lines: { begin: shown.start.line, end: shown.end.line },
        },
      };
      return `${problems++ === 0 ? "[" : ","}\n${JSON.stringify(issue)}`;
    },
    *finish() {
      yield problems === 0 ? "[]\n" : "\n]\n";
    },
  };
}
