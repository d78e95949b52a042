// What a real Asterisk 23.4.1 logged about real configurations, and about the same with one line changed.

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import type { Problem } from "../server/src/core/api.ts";
import { directoryTexts } from "./support/directory.ts";
import { problemsOf } from "./support/installation.ts";
import { recorded, sharedFolder, skipWithoutShared } from "./support/shared.ts";

interface Message {
  readonly source: string;
  readonly text: string;
}

interface Row {
  readonly dir: string;
  readonly messages: readonly Message[];
  readonly environment?: boolean;
  readonly file?: string;
  readonly line?: number;
  readonly kind?: string;
  readonly new?: string | null;
}

test("real configurations and their mutants give the recorded messages", {
  skip: skipWithoutShared,
}, (context) => {
  const verdicts = recorded<Row>("verdicts.jsonl");
  const mutants = recorded<Row>("mutants.jsonl");
  const missed: string[] = [];
  const contradictions: string[] = [];
  let messages = 0;
  for (const row of [...verdicts, ...mutants]) {
    if (row.environment === true) continue;
    const problems = lint(row);
    const predicted = new Set(problems.flatMap((problem) => problem.log));
    for (const { source, text } of row.messages) {
      messages++;
      if (!predicted.has(text)) missed.push(`${place(row)} ${source}: ${text}`);
    }
    if (row.messages.length > 0) continue;
    for (const problem of problems) {
      if (problem.effect !== "file-rejected" && problem.effect !== "object-rejected") continue;
      contradictions.push(`${place(row)} ${problem.rule} ${problem.file}: ${problem.message}`);
    }
  }
  const share = 1 - missed.length / messages;
  context.diagnostic(
    `verdicts and mutants: ${messages - missed.length} of ${messages} messages predicted (${(share * 100).toFixed(2)} %), ${contradictions.length} contradictions`,
  );
  assert.deepEqual(contradictions.slice(0, 20), []);
  assert.deepEqual(missed.slice(0, 20), []);
});

function place(row: Row): string {
  return `${row.dir}${row.line === undefined ? "" : `:${row.line} ${row.kind} ${JSON.stringify(row.new)}`}`;
}

function lint(row: Row): Problem[] {
  const texts = directoryTexts(join(sharedFolder ?? "", "corpus", row.dir));
  if (row.file !== undefined && row.line !== undefined) {
    const lines = (texts.get(row.file) ?? "").split("\n");
    lines.splice(row.line - 1, 1, ...(row.new === null || row.new === undefined ? [] : [row.new]));
    texts.set(row.file, lines.join("\n"));
  }
  return problemsOf(texts);
}
