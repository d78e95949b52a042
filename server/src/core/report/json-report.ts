// `--format json`: {version: 1, problems: [...], failures, summary}, described by server/schemas/lint-report.schema.json.
// Lines and columns count from 1, columns in UTF-16 units.

import type { Report, Reported, RunEnd } from "./report.ts";

export function jsonReport(): Report {
  let problems = 0;
  return {
    add({ shown, url, fingerprint }: Reported) {
      return `${problems++ === 0 ? opening : ","}\n${JSON.stringify({ ...shown, url, fingerprint })}`;
    },
    *finish({ summary, failures }: RunEnd) {
      const rest = `"failures":${JSON.stringify(failures)},"summary":${JSON.stringify(summary)}`;
      yield `${problems === 0 ? opening : "\n"}],${rest}}\n`;
    },
  };
}

const opening = '{"version":1,"problems":[';
