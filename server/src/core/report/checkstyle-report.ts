// `--format checkstyle`: the XML of Checkstyle, which many build servers read.

import type { Severity } from "../rules/rule.ts";
import { logNotes } from "./notes.ts";
import type { Report, Reported, RunEnd } from "./report.ts";
import { xmlText } from "./xml.ts";

const severities: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "info" };

const opening = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n';

export function checkstyleReport(): Report {
  let file: string | undefined;
  return {
    add({ shown }: Reported) {
      const { start, severity, message, rule } = shown;
      const text = [message, ...logNotes(shown)].map(xmlText).join("&#10;");
      const place = `line="${start.line}" column="${start.column}"`;
      const error = `    <error ${place} severity="${severities[severity]}" message="${text}" source="asterisk-analyzer.${xmlText(rule)}"/>\n`;
      if (file === shown.file) return error;
      const before = file === undefined ? opening : "  </file>\n";
      file = shown.file;
      return `${before}  <file name="${xmlText(file)}">\n${error}`;
    },
    *finish({ failures }: RunEnd) {
      yield file === undefined ? opening : "  </file>\n";
      for (const { path, reason } of failures)
        yield `  <file name="${xmlText(path)}">\n    <error severity="error" message="${xmlText(reason)}" source="asterisk-analyzer"/>\n  </file>\n`;
      yield "</checkstyle>\n";
    },
  };
}
