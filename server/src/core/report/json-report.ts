// `--format json`: {version: 1, problems: [...], summary}. Lines and columns count from 1, columns in UTF-16 units.

import { type Checked, ProblemView } from "./checked.ts";
import type { Report } from "./report.ts";
import type { Summary } from "./summary.ts";

export function jsonReport(): Report {
  let problems = 0;
  return {
    *add(checked: Checked) {
      const view = new ProblemView(checked);
      for (const problem of checked.problems) {
        const {
          installation,
          file,
          rule,
          effect,
          severity,
          message,
          log,
          runtimeLog,
          start,
          end,
          related,
          fixes,
        } = view.show(problem);
        const shown = {
          installation,
          file,
          rule,
          effect,
          severity,
          message,
          log,
          runtimeLog,
          start,
          end,
          related,
          fixes,
        };
        yield `${problems === 0 ? opening : ","}\n${JSON.stringify(shown)}`;
        problems++;
      }
    },
    *finish(summary: Summary) {
      yield `${problems === 0 ? opening : "\n"}],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

const opening = '{"version":1,"problems":[';
