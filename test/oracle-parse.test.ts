// How a real Asterisk 23.4.1 read every file of the real configurations: `effective` has to agree.

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import {
  defaultSettings,
  effectiveError,
  effectiveSections,
  type Installation,
  openInstallation,
} from "../server/src/core/api.ts";
import { DiskFiles } from "../server/src/node/disk-files.ts";
import { recorded, sharedFolder, skipWithoutShared } from "./support/shared.ts";

interface RecordedFile {
  readonly categories?: readonly {
    readonly name: string;
    readonly templates?: string;
    readonly lines: readonly (readonly [string, string])[];
  }[];
  readonly error?: string;
}

interface Row {
  readonly dir: string;
  readonly files: Readonly<Record<string, RecordedFile>>;
}

test("real configurations read as Asterisk reads them", { skip: skipWithoutShared }, (context) => {
  let files = 0;
  const wrong: string[] = [];
  for (const { dir, files: recordings } of recorded<Row>("parse.jsonl")) {
    const directory = join(sharedFolder ?? "", "corpus", dir);
    const installation = openInstallation(new DiskFiles(directory), defaultSettings);
    for (const [file, recording] of Object.entries(recordings)) {
      files++;
      const [ours, theirs] = [effective(installation, file), comparable(recording)];
      if (ours !== theirs) wrong.push(`${dir}/${file}\n  recorded ${theirs}\n  ours     ${ours}`);
    }
  }
  const share = ((100 * (files - wrong.length)) / files).toFixed(2);
  context.diagnostic(`parse.jsonl: ${files - wrong.length} of ${files} files as recorded (${share} %)`);
  assert.deepEqual(
    wrong.slice(0, 5).map((text) => text.slice(0, 2000)),
    [],
  );
});

/** Our answer as text: templates are not listed in the recording, the order of a section's templates is. */
function effective(installation: Installation, file: string): string {
  const load = installation.effective(file);
  if (effectiveError(load, installation) !== undefined) return load.outcome === "hang" ? "hang" : "error";
  const sections = [...effectiveSections(load, { section: undefined, showSecrets: true })];
  return JSON.stringify(
    sections
      .filter(({ template }) => !template)
      .map(({ name, inherits, options }) => [
        name,
        inherits.join(","),
        options.map((option) => [option.name, option.value]),
      ]),
  );
}

function comparable({ categories, error }: RecordedFile): string {
  if (error !== undefined) return error === "hang" ? "hang" : "error";
  return JSON.stringify(
    (categories ?? []).map(({ name, templates, lines }) => [name, templates ?? "", lines]),
  );
}
