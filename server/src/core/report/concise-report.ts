// `--format concise`: one line per problem, the first line of its block in `--format text`, so that what reads one
// reads the other.

import type { Report, Reported, RunEnd } from "./report.ts";
import type { Style } from "./style.ts";
import { summaryText } from "./summary.ts";
import { heading } from "./text-report.ts";

export function conciseReport(style: Style, withSummary: boolean): Report {
  return {
    add({ shown }: Reported) {
      return `${heading(shown, style)}\n`;
    },
    *finish({ summary }: RunEnd) {
      if (withSummary && summary.installations > 0) yield `${summaryText(summary, style)}\n`;
    },
  };
}
