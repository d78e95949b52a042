// Texts that a real Asterisk 23.4.1 substituted on a channel, put to our tests in an expectation file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { givenVariables, substitute } from "../server/src/core/api.ts";
import { readExpectations, runExpectation } from "../server/src/core/expectations-api.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

interface Recorded {
  readonly variables: Readonly<Record<string, string>>;
  readonly tests: readonly {
    readonly text: string;
    readonly value: string;
    readonly messages: readonly { readonly level: string; readonly text: string }[];
  }[];
}

test("texts become what was recorded, and the same is logged", { skip: skipWithoutShared }, (context) => {
  const path = join(sharedFolder ?? "", "oracle", "expressions.json");
  const { variables, tests } = JSON.parse(readFileSync(path, "utf8")) as Recorded;
  const file = readExpectations(
    JSON.stringify({ tests: tests.map(({ text, value }) => ({ text, variables, expect: value })) }),
  );
  assert.deepEqual(file.faults, []);
  assert.equal(file.tests.length, tests.length);
  const wrong: string[] = [];
  for (const each of file.tests) {
    const { passed, name, details } = runExpectation(each, () => assert.fail("no configuration is needed"));
    if (!passed) wrong.push(`${name}, ${details()[0]?.value}`);
  }
  const share = (count: number): string => `${((1 - count / tests.length) * 100).toFixed(2)} %`;
  context.diagnostic(
    `expressions: ${tests.length - wrong.length} values of ${tests.length} agree (${share(wrong.length)})`,
  );
  const source = givenVariables(new Map(Object.entries(variables)));
  const logged = tests.filter(({ text, messages }) => {
    const found = new Set(substitute(text, source).messages.map((each) => `${each.level}: ${each.text}`));
    const recorded = new Set(messages.map((each) => `${each.level}: ${each.text}`));
    return found.size !== recorded.size || [...recorded].some((each) => !found.has(each));
  });
  context.diagnostic(
    `messages: ${tests.length - logged.length} texts of ${tests.length} agree (${share(logged.length)})`,
  );
  assert.deepEqual(wrong.slice(0, 5), []);
  assert.deepEqual(logged.slice(0, 5), []);
});
