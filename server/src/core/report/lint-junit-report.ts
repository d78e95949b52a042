// `--format junit`: every file is a suite, every problem in it a test that failed, and a file without problems is a
// test that passed.

import type { Severity } from "../rules/rule.ts";
import { logNotes } from "./notes.ts";
import type { Report, Reported, RunEnd } from "./report.ts";
import { xmlText } from "./xml.ts";

interface Case {
  readonly xml: string;
  readonly fails: boolean;
}

/** `fails` tells which problems are failures; the others are told in the output of a test that passed. */
export function lintJunitReport(fails: (severity: Severity) => boolean): Report {
  const suites = new Map<string, Case[]>();
  return {
    add({ shown }: Reported) {
      const found = { xml: caseOf(shown, fails(shown.severity)), fails: fails(shown.severity) };
      const suite = suites.get(shown.file);
      if (suite === undefined) suites.set(shown.file, [found]);
      else suite.push(found);
      return "";
    },
    *finish({ files, failures }: RunEnd) {
      const clean = files.filter((file) => !suites.has(file));
      const cases = [...suites.values()].flat();
      const tests = cases.length + clean.length + failures.length;
      yield '<?xml version="1.0" encoding="UTF-8"?>\n';
      yield `<testsuites name="asterisk-analyzer"${counts(tests, failing(cases), failures.length)}>\n`;
      for (const [file, suite] of suites) {
        yield `  <testsuite name="${xmlText(file)}"${counts(suite.length, failing(suite), 0)}>\n`;
        for (const { xml } of suite) yield xml;
        yield "  </testsuite>\n";
      }
      for (const file of clean)
        yield `  <testsuite name="${xmlText(file)}"${counts(1, 0, 0)}>\n    ${opening("no problems", file)}/>\n  </testsuite>\n`;
      for (const { path, reason } of failures) {
        yield `  <testsuite name="${xmlText(path)}"${counts(1, 0, 1)}>\n    ${opening("can be read", path)}>\n`;
        yield `      <error message="${xmlText(reason)}"/>\n    </testcase>\n  </testsuite>\n`;
      }
      yield "</testsuites>\n";
    },
  };
}

function caseOf(shown: Reported["shown"], fails: boolean): string {
  const { file, start, severity, message, rule } = shown;
  const place = `${file}:${start.line}:${start.column}`;
  const body = [`${place}: ${severity}: ${message} [${rule}]`, ...logNotes(shown)].map(xmlText).join("\n");
  const head = `    ${opening(`${rule} ${start.line}:${start.column}`, file)} line="${start.line}">\n`;
  const inner = fails
    ? `      <failure type="${severity}" message="${xmlText(message)}">${body}</failure>\n`
    : `      <system-out>${body}</system-out>\n`;
  return `${head}${inner}    </testcase>\n`;
}

/** The beginning of a test. */
function opening(name: string, file: string): string {
  const path = xmlText(file);
  return `<testcase name="${xmlText(name)}" classname="${path}" file="${path}"`;
}

function counts(tests: number, failures: number, errors: number): string {
  return ` tests="${tests}" failures="${failures}" errors="${errors}"`;
}

function failing(cases: readonly Case[]): number {
  return cases.filter(({ fails }) => fails).length;
}
