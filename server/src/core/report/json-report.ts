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
        yield `${problems === 0 ? opening : ","}\n${JSON.stringify(view.show(problem))}`;
        problems++;
      }
    },
    *finish(summary: Summary) {
      yield `${problems === 0 ? opening : "\n"}],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

const opening = '{"version":1,"problems":[';
