// How a real Asterisk 23.4.1 took 7,564 values of PJSIP options, accepted and refused, and what it logged.

import assert from "node:assert/strict";
import test from "node:test";
import { pjsipCatalog } from "../server/src/core/catalog/pjsip.ts";
import { parseVersion } from "../server/src/core/catalog/version.ts";
import { loadConfig } from "../server/src/core/config/fold.ts";
import { lineReader } from "../server/src/core/config/line-reader.ts";
import { memoryFiles } from "../server/src/core/config/memory-files.ts";
import { type JudgeContext, judgeObject, newValueChecks } from "../server/src/core/pjsip/judge.ts";
import type { Judgement } from "../server/src/core/pjsip/judgement.ts";
import { recorded, skipWithoutShared } from "./support/shared.ts";

interface RecordedValue {
  readonly type: string;
  readonly option: string;
  readonly value: string | null;
  readonly lines: readonly string[];
  readonly accepted: boolean;
  readonly messages: readonly { readonly text: string }[];
}

const id = "ID";
function judge(row: RecordedValue, context: JudgeContext): readonly Judgement[] {
  const lines = row.lines.map((line) => line.replaceAll(";", "\\;"));
  const text = [`[${id}]`, `type=${row.type}`, ...lines, ""].join("\n");
  const load = loadConfig("pjsip.conf", memoryFiles({ "pjsip.conf": text }), {
    directory: "/etc/asterisk",
    exec: "off",
    lines: lineReader(),
  });
  const section = load.sections[0];
  assert.ok(section, text);
  return judgeObject({ type: row.type, id, section, options: section.options }, context);
}

/** Messages with the number of any line written as the recording writes it. */
function comparable(text: string): string {
  return text.replace(/\bat line \d+ of/, "at line L of").replace(/\bat line '\d+' of/, "at line 'L' of");
}

test("values are taken and refused as Asterisk takes and refuses them, with its messages", {
  skip: skipWithoutShared,
}, (context) => {
  const version = parseVersion("23.4.1");
  assert.ok(version);
  const judging: JudgeContext = {
    catalog: pjsipCatalog(version),
    extraCodecs: new Set(),
    fileExists: () => undefined,
    namedAcls: "absent",
    geolocationProfiles: new Set(),
    aors: new Set(),
    transports: new Set(["t0"]),
    protocols: new Set(["udp"]),
    checks: newValueChecks(),
  };
  const rows = recorded<RecordedValue>("pjsip-values.jsonl");
  const wrong: string[] = [];
  const silent = { refused: [] as string[], taken: [] as string[] };
  for (const row of rows) {
    const judgements = judge(row, judging);
    const name = `${row.type} ${row.option}=${row.value} ${JSON.stringify(row.lines)}`;
    if (judgements.some((judgement) => judgement.rejects) === row.accepted) {
      wrong.push(
        `${name}\n  recorded ${row.accepted ? "taken" : "refused"}: ${row.messages.map((m) => m.text).join(" | ")}`,
      );
    }
    const ours = new Set(judgements.flatMap((judgement) => judgement.log.map(comparable)));
    const unknown = row.messages.filter((message) => !ours.has(message.text));
    if (unknown.length === 0) continue;
    const list = row.accepted ? silent.taken : silent.refused;
    list.push(
      `${name}\n  recorded ${unknown.map((m) => m.text).join(" | ")}\n  ours     ${[...ours].join(" | ")}`,
    );
  }
  const refused = rows.filter((row) => !row.accepted).length;
  const share = (bad: number, all: number): number => (100 * (all - bad)) / all;
  const agreed = share(wrong.length, rows.length);
  const predictedRefused = share(silent.refused.length, refused);
  const predictedTaken = share(silent.taken.length, rows.length - refused);
  context.diagnostic(`taken or refused as recorded: ${agreed.toFixed(2)} % of ${rows.length}`);
  context.diagnostic(`every message predicted: ${predictedRefused.toFixed(2)} % of ${refused} refused`);
  context.diagnostic(
    `every message predicted: ${predictedTaken.toFixed(2)} % of ${rows.length - refused} taken`,
  );
  for (const text of [...wrong, ...silent.refused, ...silent.taken].slice(0, 12)) context.diagnostic(text);
  assert.ok(agreed >= 99.5);
  assert.ok(predictedRefused >= 98);
  assert.ok(predictedTaken >= 99);
});
