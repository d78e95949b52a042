// The machinery behind --fix, on every Bad example of every page: it settles, and a second run changes nothing.

import assert from "node:assert/strict";
import test from "node:test";
import { mend } from "../server/src/cli/check.ts";
import { defaultSettings, memoryFiles, ruleLevels } from "../server/src/core/api.ts";
import type { FoundInstallation } from "../server/src/node/find-installations.ts";
import { readPages } from "./support/pages.ts";

const options = { settings: defaultSettings, levels: ruleLevels() };

for (const safeOnly of [true, false]) {
  test(`fixes settle in one run, ${safeOnly ? "safe ones" : "all of them"}`, () => {
    const restless: string[] = [];
    let mended = 0;
    for (const page of readPages()) {
      for (const example of page.examples) {
        const roots = [...example.files.keys()].filter((path) => !path.includes("/"));
        const found: FoundInstallation = { directory: "", roots, only: undefined };
        const allows = ({ safe }: { readonly safe: boolean }): boolean => safe || !safeOnly;
        const { files, mended: applied } = mend(found, memoryFiles(example.files), options, allows);
        mended += applied.length;
        const again = mend(found, files, options, allows);
        if (again.files.changes.length > 0) restless.push(`${page.path}:${example.line} ${example.heading}`);
      }
    }
    assert.deepEqual(restless, []);
    assert.ok(mended > (safeOnly ? 20 : 100), `only ${mended} fixes were applied`);
  });
}

test("of two fixes for the same text only one is applied in a round", () => {
  const text = "[6001]\n type = endpoint\n allow = pcmu,pcmu,g711u\n";
  const found: FoundInstallation = { directory: "", roots: ["pjsip.conf"], only: undefined };
  const { files } = mend(found, memoryFiles({ "pjsip.conf": text }), options, () => true);
  const [change] = files.changes;
  assert.match(change?.after ?? "", /^ allow = ulaw$/m);
});
