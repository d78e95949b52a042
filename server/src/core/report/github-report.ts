// `--format github`: workflow commands, which GitHub Actions shows beside the lines of a change.

import type { Severity } from "../rules/rule.ts";
import { logNotes } from "./notes.ts";
import { printable } from "./printable.ts";
import type { Report, Reported } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "notice" };

/** `projectPath` turns the path of a report into one that begins at the top of the checkout. */
export function githubReport(projectPath: (path: string) => string): Report {
  return {
    add({ shown }: Reported) {
      const { severity, rule, start, end } = shown;
      // GitHub takes columns only where a problem lies in one line.
      const columns = start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : [];
      const properties = [
        `file=${property(projectPath(shown.file))}`,
        `line=${start.line}`,
        `endLine=${end.line}`,
        ...columns,
        `title=${property(rule)}`,
      ];
      const message = [shown.message, ...logNotes(shown)].map(printable).join("\n");
      return `::${commands[severity]} ${properties.join(",")}::${data(message)}\n`;
    },
    finish: () => [],
  };
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
