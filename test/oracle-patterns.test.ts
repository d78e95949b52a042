// Dialled numbers for which a real Asterisk 23.4.1 told which extension takes them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { findExtension } from "../server/src/core/dialplan/lookup.ts";
import { type SketchedContext, sketchedDialplan } from "./support/dialplan.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

interface Recorded {
  readonly contexts: readonly SketchedContext[];
  readonly tests: readonly {
    readonly context: string;
    readonly number: string;
    readonly match: readonly [context: string, extension: string] | null;
  }[];
}

test("numbers are taken by the recorded extensions", { skip: skipWithoutShared }, (context) => {
  const path = join(sharedFolder ?? "", "oracle", "pattern-matches.json");
  const { contexts, tests } = JSON.parse(readFileSync(path, "utf8")) as Recorded;
  const dialplan = sketchedDialplan(contexts);
  const wrong = tests.flatMap(({ context: name, number, match }) => {
    const { found } = findExtension(dialplan, { context: name, extension: number, priority: 1 });
    const answer = found === undefined ? null : [found.context.name, found.extension.name];
    return JSON.stringify(answer) === JSON.stringify(match) ? [] : [{ name, number, match, answer }];
  });
  const share = ((tests.length - wrong.length) / tests.length) * 100;
  context.diagnostic(`patterns: ${share.toFixed(2)} % of ${tests.length} recorded numbers agree`);
  assert.deepEqual(wrong.slice(0, 10), []);
});
