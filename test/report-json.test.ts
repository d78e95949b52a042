// `lint --format json` is what its published schema says, whatever is in the files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Ajv } from "ajv";
import { jsonReport } from "../server/src/core/api.ts";
import { checkedOf, everyExample, oddFailure, oddInstallation, reportOf } from "./support/lint-reports.ts";

const schema = JSON.parse(readFileSync("server/schemas/lint-report.schema.json", "utf8")) as object;
const validate = new Ajv({ strict: true, allErrors: false }).compile(schema);

test("valid by our schema: nothing, every example, odd names", () => {
  for (const text of [
    reportOf(jsonReport(), []),
    reportOf(jsonReport(), [checkedOf({ "pjsip.conf": "" })]),
    reportOf(jsonReport(), everyExample()),
    reportOf(jsonReport(), [oddInstallation()], [oddFailure]),
  ])
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
});

test("the schema is strict", () => {
  const report = JSON.parse(reportOf(jsonReport(), [checkedOf({ "pjsip.conf": "[a]\ntype\n" })])) as {
    problems: Record<string, unknown>[];
  };
  assert.ok(validate(report));
  for (const key of Object.keys(report.problems[0] ?? {})) {
    const { [key]: left, ...rest } = report.problems[0] ?? {};
    assert.ok(left !== undefined && !validate({ ...report, problems: [rest] }), key);
  }
  assert.ok(!validate({ ...report, more: 1 }));
});

test("names of files are exact, down to bytes that are not UTF-8", () => {
  const { problems } = JSON.parse(reportOf(jsonReport(), [oddInstallation()])) as {
    problems: { file: string; url: string; rule: string }[];
  };
  const files = new Set(problems.map(({ file }) => file));
  for (const name of ["odd/a b%20,c:d.conf", "odd/line\nbreak.conf", "odd/byte\udcff.conf"])
    assert.ok(files.has(name), name);
  for (const { url, rule } of problems) assert.ok(url.startsWith("https://") && url.includes(rule));
});
