// The outcome of expectations in the Test Anything Protocol, version 14.

import type { Outcome } from "../expectations/run-expectation.ts";
import { closest } from "../text/closest.ts";
import { matchText, nearText, otherText, requestText } from "./identify-report.ts";
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
      yield `${outcome.passed ? "ok" : "not ok"} ${number} - ${escaped(nameOf(outcome))}\n`;
      if (!outcome.passed) yield diagnostics(outcome, path);
    }
  }
}

function nameOf({ expectation, request }: Outcome): string {
  if (expectation.name !== undefined) return expectation.name;
  const { endpoint } = expectation;
  return `${requestText(request)} is taken for ${endpoint === null ? "no endpoint" : `endpoint "${endpoint}"`}`;
}

/** A "#" would begin a directive. */
function escaped(text: string): string {
  return printable(text).replace(/\\/g, "\\\\").replace(/#/g, "\\#");
}

/** Why a test failed, as a YAML block: every text is written the JSON way, which YAML reads as well. */
function diagnostics(outcome: Outcome, path: string): string {
  const { expectation, request, answer } = outcome;
  const { match, others, nearest, notes, log } = answer;
  const lines = [
    `message: ${text(messageOf(outcome))}`,
    "severity: fail",
    `at: ${text(`${path}:${expectation.line}`)}`,
    `request: ${text(requestText(request))}`,
    `expected: ${expectation.endpoint === null ? "null" : text(expectation.endpoint)}`,
    `actual: ${match === undefined ? "null" : text(match.endpoint)}`,
    ...(match === undefined ? [] : [`by: ${text(matchText(match))}`]),
    ...list("others", others.map(otherText)),
    ...list("nearest", nearest.map(nearText)),
    ...list("notes", notes),
    ...list("log", match === undefined ? log : []),
  ];
  return `  ---\n${lines.map((line) => `  ${line}\n`).join("")}  ...\n`;
}

function messageOf({ expectation, answer, identification }: Outcome): string {
  const { endpoint } = expectation;
  const taken =
    answer.match === undefined
      ? "no endpoint takes the request"
      : `endpoint "${answer.match.endpoint}" takes the request`;
  if (endpoint === null || identification.endpoints.has(endpoint)) return taken;
  if (identification.dropped("endpoint").some(({ id }) => id === endpoint))
    return `${taken}; Asterisk drops endpoint "${endpoint}" for a mistake that lint tells`;
  const near = closest(endpoint, identification.endpoints.keys());
  return `${taken}; there is no endpoint "${endpoint}"${near === undefined ? "" : ` (did you mean "${near}"?)`}`;
}

function list(name: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`${name}:`, ...texts.map((item) => `  - ${text(item)}`)];
}

function text(value: string): string {
  return JSON.stringify(printable(value));
}
