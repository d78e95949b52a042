// The outcome of expectations as JUnit XML, which most build servers read.

import type { Detail, Outcome } from "../expectations/expectation.ts";
import type { TestedFile } from "./tap-report.ts";
import { xmlText } from "./xml.ts";

export function* junitReport(files: readonly TestedFile[]): Generator<string> {
  const all = files.flatMap(({ outcomes }) => outcomes);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="asterisk-analyzer"${counts(all)}>\n`;
  for (const { path, outcomes } of files) {
    yield `  <testsuite name="${xmlText(path)}"${counts(outcomes)}>\n`;
    for (const outcome of outcomes) yield testCase(outcome, path);
    yield "  </testsuite>\n";
  }
  yield "</testsuites>\n";
}

function counts(outcomes: readonly Outcome[]): string {
  const failures = outcomes.filter(({ passed }) => !passed).length;
  return ` tests="${outcomes.length}" failures="${failures}" errors="0"`;
}

function testCase({ name, line, passed, details }: Outcome, path: string): string {
  const file = xmlText(path);
  const start = `    <testcase name="${xmlText(name)}" classname="${file}" file="${file}" line="${line}"`;
  if (passed) return `${start}/>\n`;
  const [message, ...others] = details();
  const told = message === undefined ? "" : valueText(message);
  const body = others.map(detailText).filter((text) => text !== "");
  const failure = `      <failure message="${xmlText(told)}">${[`${file}:${line}`, ...body].join("\n")}</failure>\n`;
  return `${start}>\n${failure}    </testcase>\n`;
}

/** A list without items is left out. */
function detailText(detail: Detail): string {
  const { key, value } = detail;
  if (!Array.isArray(value)) return xmlText(`${key}: ${valueText(detail)}`);
  return value.length === 0 ? "" : [`${key}:`, ...value.map((item) => `  - ${item}`)].map(xmlText).join("\n");
}

function valueText({ value }: Detail): string {
  return value === null ? "none" : typeof value === "string" ? value : value.join("; ");
}
