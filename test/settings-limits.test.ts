// Settings files with a great many entries: what is looked for, asked and told stays small.

import assert from "node:assert/strict";
import test from "node:test";
import { findSettings, layeredLevels, readSettings } from "../server/src/core/api.ts";
import { checkTexts } from "./support/check-texts.ts";

test("a great many entries cost no more than they have to", () => {
  const names = Array.from({ length: 5000 }, (_, index) => `"n${index}.json"`).join(", ");
  const text = `{"extends": [${names}]}`;
  let reads = 0;
  const { faults } = findSettings(["/x"], (_, name) => {
    reads++;
    return name === "asterisk-analyzer.json" ? { path: name, text } : "absent";
  });
  assert.ok(reads < 150, `${reads} files were looked for`);
  const [first] = faults;
  assert.equal(text.slice(first?.start, first?.end), '"n4999.json"');

  const unknown = Array.from({ length: 5000 }, (_, index) => `"codec/x${index}": "off"`).join(", ");
  assert.equal(readSettings(`{"rules": {${unknown}}}`).faults.length, 101);

  let asked = 0;
  const { apply } = layeredLevels(
    [
      {
        rules: new Map([["codec", "off"]]),
        applies: () => {
          asked++;
          return true;
        },
      },
    ],
    "recommended",
  );
  const [problem] = checkTexts({ "pjsip.conf": "[a]\ntype=endpoint\nallow=ulaww\n" }).filter(({ rule }) =>
    rule.startsWith("codec/"),
  );
  assert.ok(problem !== undefined);
  assert.deepEqual(apply(Array.from({ length: 1000 }, () => problem)), []);
  assert.equal(asked, 1);
});
