// `lint --format json` is what its published schema says, whatever is in the files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Ajv } from "ajv";
import { jsonReport } from "../server/src/core/api.ts";
import { directoryWith, run } from "./support/command-line.ts";
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

test("JSON has the documented shape", (context) => {
  const directory = directoryWith(context, {
    "site/pjsip.conf": "#include phones/a.conf\n",
    "site/phones/a.conf": '[6001]\ntype=endpoint\n\tcontxt = "ü"\nallow=ulaw\n',
  });
  const { code, output } = run(directory, ["lint", "--format", "json", "site"]);
  assert.equal(code, 1);
  const { version, problems, failures, summary } = JSON.parse(output);
  assert.equal(version, 1);
  assert.deepEqual(problems, [
    {
      installation: "site",
      file: "site/phones/a.conf",
      rule: "pjsip/unknown-option",
      effect: "object-rejected",
      severity: "error",
      message: problems[0].message,
      log: [
        "Could not find option suitable for category '6001' named 'contxt' at line 3 of phones/a.conf",
        "Could not create an object of type 'endpoint' with id '6001' from configuration file 'pjsip.conf'",
      ],
      runtimeLog: [],
      start: { line: 3, column: 2 },
      end: { line: 3, column: 8 },
      related: [],
      fixes: [
        {
          title: problems[0].fixes[0].title,
          safe: false,
          edits: [
            {
              file: "site/phones/a.conf",
              start: { line: 3, column: 2 },
              end: { line: 3, column: 8 },
              text: "context",
            },
          ],
        },
      ],
      url: "https://asterisk-analyzer.github.io/asterisk-analyzer/rules/pjsip/unknown-option/",
      fingerprint: problems[0].fingerprint,
    },
  ]);
  assert.deepEqual(failures, []);
  assert.deepEqual(summary, {
    errors: 1,
    warnings: 0,
    hints: 0,
    files: 2,
    installations: 1,
    fixable: 0,
    fixableUnsafe: 1,
    fixed: 0,
    fixedFiles: 0,
  });
  const inside = JSON.parse(run(join(directory, "site"), ["lint", "--format", "json"]).output);
  assert.equal(inside.problems[0].installation, ".");
  assert.equal(inside.problems[0].file, "phones/a.conf");
  const nothing = JSON.parse(run(directory, ["lint", "--format", "json", "nowhere"]).output);
  assert.deepEqual([nothing.problems, nothing.summary.installations], [[], 0]);
});
