// How a real Asterisk 23.4.1 read 1,500 random files that stress the syntax, and the real configurations.

import assert from "node:assert/strict";
import test from "node:test";
import { loadConfig } from "../server/src/core/config/fold.ts";
import { LatestLines } from "../server/src/core/config/line-reader.ts";
import type { ConfigLoad } from "../server/src/core/config/load.ts";
import { memoryFiles } from "../server/src/core/config/memory-files.ts";
import { recorded, skipWithoutShared } from "./support/shared.ts";

interface RecordedFile {
  readonly categories?: readonly { name: string; templates?: string; lines: readonly [string, string][] }[];
  readonly error?: string;
}

/** Our load in the shape of the recording. */
function asRecorded(load: ConfigLoad): RecordedFile {
  if (load.outcome === "hang") return { error: "hang" };
  if (load.outcome !== "loaded") return { error: "Config file has invalid format" };
  const categories = load.sections
    .filter((section) => !section.template)
    .map((section) => ({
      name: section.name,
      lines: section.options.map((option): [string, string] => [option.name, option.value]),
      ...(section.bases.length > 0
        ? { templates: section.bases.map((base) => base.section.name).join(",") }
        : {}),
    }));
  return { categories };
}

test("random files that stress the syntax read as Asterisk reads them", {
  skip: skipWithoutShared,
}, (context) => {
  const rows = recorded<{ files: Record<string, string>; file: string; result: RecordedFile }>(
    "syntax.jsonl",
  );
  const wrong: string[] = [];
  for (const row of rows) {
    const load = loadConfig(row.file, memoryFiles(row.files), {
      directory: "/etc/asterisk",
      exec: "off",
      unread: "nothing",
      afterRejection: "stop",
      lines: new LatestLines().read,
    });
    const ours = asRecorded(load);
    const same =
      ours.error === undefined
        ? JSON.stringify(sorted(ours)) === JSON.stringify(sorted(row.result))
        : (ours.error === "hang") === (row.result.error === "hang") && row.result.error !== undefined;
    if (!same)
      wrong.push(
        `${row.file}\n  recorded ${JSON.stringify(row.result)}\n  ours     ${JSON.stringify(ours)}\n${JSON.stringify(row.files)}`,
      );
  }
  context.diagnostic(`syntax.jsonl: ${rows.length - wrong.length} of ${rows.length} as recorded`);
  assert.deepEqual(wrong.slice(0, 5), []);
});

function sorted(file: RecordedFile): unknown {
  return (
    file.categories?.map((category) => [category.name, category.templates ?? "", category.lines]) ??
    file.error
  );
}
