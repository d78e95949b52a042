// Dialplans that are valid, however unusual they look, give no error and no warning; real defects are told.

import assert from "node:assert/strict";
import test from "node:test";
import { LineIndex, type Problem, rules } from "../server/src/core/api.ts";
import { defectCases, type ValidCase, validCases } from "./support/battery.ts";
import { problemsOf } from "./support/installation.ts";

for (const valid of validCases) {
  test(`valid: ${valid.name}`, () => {
    const wrong = problemsOf(valid.files).filter(({ severity }) => severity !== "hint");
    assert.deepEqual(wrong.map(shown(valid)), []);
  });
}

for (const defect of defectCases) {
  test(`defect: ${defect.name}`, () => {
    assert.ok(
      rules.some(({ id }) => isOf(id, defect.rule)),
      `there is no ${defect.rule}`,
    );
    const problems = problemsOf(defect.files);
    const found = problems.filter(
      ({ rule, file, span }) =>
        isOf(rule, defect.rule) &&
        file === "extensions.conf" &&
        lineIn(defect, file, span.start) === defect.line,
    );
    assert.ok(
      found.length > 0,
      `no ${defect.rule} in line ${defect.line}: ${problems.map(shown(defect)).join("; ")}`,
    );
  });
}

test("the battery is large enough", () => {
  assert.ok(validCases.length >= 18);
  assert.ok(defectCases.length >= 16);
});

/** Whether a rule is the one that is named, or one of the group that is. */
function isOf(id: string, named: string): boolean {
  return id === named || id.startsWith(`${named}/`);
}

function lineIn({ files }: ValidCase, file: string, offset: number): number {
  return new LineIndex(files[file] ?? "").position(offset).line;
}

function shown(valid: ValidCase): (problem: Problem) => string {
  return ({ rule, file, span, message }) => `${file}:${lineIn(valid, file, span.start)} ${rule}: ${message}`;
}
