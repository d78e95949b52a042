// Dialled numbers for which a real Asterisk 23.4.1 told which extension takes them, put to our tests in an
// expectation file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { defaultSettings, memoryFiles, openInstallation, tapReport } from "../server/src/core/api.ts";
import { readExpectations, runExpectation } from "../server/src/core/expectations-api.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

interface Recorded {
  readonly contexts: readonly {
    readonly name: string;
    readonly extensions: readonly string[];
    readonly includes: readonly string[];
  }[];
  readonly tests: readonly {
    readonly context: string;
    readonly number: string;
    readonly match: readonly [context: string, extension: string] | null;
  }[];
}

test("numbers are taken by the recorded extensions", { skip: skipWithoutShared }, (context) => {
  const path = join(sharedFolder ?? "", "oracle", "pattern-matches.json");
  const { contexts, tests } = JSON.parse(readFileSync(path, "utf8")) as Recorded;
  const lines = contexts.flatMap(({ name, extensions, includes }) => [
    `[${name}]`,
    ...extensions.map((extension) => `exten => ${extension},1,NoOp()`),
    ...includes.map((include) => `include => ${include}`),
  ]);
  const installation = openInstallation(
    memoryFiles({ "extensions.conf": `${lines.join("\n")}\n` }),
    defaultSettings,
  );
  const expected = tests.map(({ context: name, number, match }) => ({
    context: name,
    number,
    expect: match === null ? null : { context: match[0], extension: match[1] },
  }));
  const file = readExpectations(JSON.stringify({ tests: expected }));
  assert.deepEqual(file.faults, []);
  assert.equal(file.tests.length, tests.length);
  const outcomes = file.tests.map((each) => runExpectation(each, () => installation));
  const right = outcomes.filter(({ passed }) => passed).length;
  const share = ((right / tests.length) * 100).toFixed(2);
  context.diagnostic(`patterns: ${right} of ${tests.length} recorded numbers agree (${share} %)`);
  const wrong = [...tapReport([{ path, outcomes }])].filter((text) => /^(?:not ok| {2}---)/.test(text));
  assert.deepEqual(wrong.slice(0, 6), []);
});
