// How a real Asterisk 23.4.1 took 7,564 values of PJSIP options, accepted and refused, and what it logged.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  memoryFiles,
  openInstallation,
  type Problem,
} from "../server/src/core/api.ts";
import { recorded, skipWithoutShared } from "./support/shared.ts";

interface RecordedValue {
  readonly type: string;
  readonly option: string;
  readonly value: string | null;
  readonly lines: readonly string[];
  readonly accepted: boolean;
  readonly messages: readonly { readonly text: string }[];
}

/** What stood beside the section in the recording. */
const beside = "[e0]\ntype=endpoint\n\n[t0]\ntype=transport\nbind=127.0.0.1:5999\n\n";

test("values are taken and refused as Asterisk takes and refuses them, with its messages", {
  skip: skipWithoutShared,
}, (context) => {
  const rows = recorded<RecordedValue>("pjsip-values.jsonl");
  const wrong: string[] = [];
  const unsaid = { refused: [] as string[], taken: [] as string[] };
  for (const row of rows) {
    const problems = lint(row);
    const name = `${row.type} ${row.option}=${row.value} ${JSON.stringify(row.lines)}`;
    const refused = problems.some(({ effect }) => effect === "object-rejected" || effect === "file-rejected");
    if (refused === row.accepted) wrong.push(`${name} was ${row.accepted ? "taken" : "refused"}`);
    const ours = new Set(problems.flatMap((problem) => problem.log.map(comparable)));
    const unknown = row.messages.filter(({ text }) => !ours.has(text)).map(({ text }) => text);
    if (unknown.length > 0)
      unsaid[row.accepted ? "taken" : "refused"].push(`${name} said ${unknown.join(" | ")}`);
  }
  const refused = rows.filter((row) => !row.accepted).length;
  const agreed = share(wrong.length, rows.length);
  const predicted = share(unsaid.refused.length, refused);
  const predictedTaken = share(unsaid.taken.length, rows.length - refused);
  context.diagnostic(`taken or refused as recorded: ${agreed.toFixed(2)} % of ${rows.length}`);
  context.diagnostic(`every message predicted: ${predicted.toFixed(2)} % of ${refused} refused`);
  context.diagnostic(
    `every message predicted: ${predictedTaken.toFixed(2)} % of ${rows.length - refused} taken`,
  );
  for (const text of [...wrong, ...unsaid.refused, ...unsaid.taken].slice(0, 12)) context.diagnostic(text);
  assert.deepEqual(wrong, []);
  // Three rows carry messages that belong to other rows of the recording.
  assert.ok(unsaid.refused.length <= 3);
  assert.deepEqual(unsaid.taken, []);
});

function share(bad: number, all: number): number {
  return (100 * (all - bad)) / all;
}

/** The problems of the row's own section. */
function lint(row: RecordedValue): Problem[] {
  const lines = row.lines.map((line) => line.replaceAll(";", "\\;"));
  const text = `${beside}[ID]\ntype=${row.type}\n${lines.join("\n")}\n`;
  const files = memoryFiles({ "pjsip.conf": text });
  const problems = checkInstallation(openInstallation(files, defaultSettings), ["pjsip.conf"]);
  return problems.filter(({ span }) => span.start >= beside.length);
}

/** A message with the number of any line written as the recording writes it. */
function comparable(text: string): string {
  return text.replace(/\bat line \d+ of/, "at line L of").replace(/\bat line '\d+' of/, "at line 'L' of");
}
