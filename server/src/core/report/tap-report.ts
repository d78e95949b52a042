// The outcome of expectations in the Test Anything Protocol, version 14.

import type { Detail, Outcome } from "../expectations/expectation.ts";
import { shown } from "../syntax/template/marks.ts";
import { printable } from "./printable.ts";

/** The outcomes of one file, in order. */
export interface TestedFile {
  readonly path: string;
  readonly outcomes: readonly Outcome[];
}

export function* tapReport(files: readonly TestedFile[]): Generator<string> {
  const count = files.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  yield `TAP version 14\n1..${count}${count === 0 ? " # no tests" : ""}\n`;
  let number = 0;
  for (const { path, outcomes } of files) {
    if (files.length > 1) yield `# ${printable(path)}\n`;
    for (const outcome of outcomes) {
      number++;
      yield `${outcome.passed ? "ok" : "not ok"} ${number} - ${escaped(outcome.name)}\n`;
      if (!outcome.passed) yield diagnostics(outcome, path);
    }
  }
}

/** A "#" would begin a directive. */
function escaped(text: string): string {
  return printable(text).replace(/\\/g, "\\\\").replace(/#/g, "\\#");
}

/** Why a test failed, as a YAML block: every text is written the JSON way, which YAML reads as well. */
function diagnostics({ line, details }: Outcome, path: string): string {
  const [message, ...others] = details();
  const lines = [
    ...(message === undefined ? [] : detailLines(message)),
    "severity: fail",
    `at: ${text(`${path}:${line}`)}`,
    ...others.flatMap(detailLines),
  ];
  return `  ---\n${lines.map((each) => `  ${each}\n`).join("")}  ...\n`;
}

/** A list without items is left out. */
function detailLines({ key, value }: Detail): string[] {
  if (value === null) return [`${key}: null`];
  if (typeof value === "string") return [`${key}: ${text(value)}`];
  return value.length === 0 ? [] : [`${key}:`, ...value.map((item) => `  - ${text(item)}`)];
}

function text(value: string): string {
  return JSON.stringify(printable(shown(value)));
}
