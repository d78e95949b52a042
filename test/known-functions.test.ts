// Functions of modules of one's own, named on the command line and in the settings of the editor; and what the
// loader makes of functions that Asterisk does not have.

import assert from "node:assert/strict";
import test from "node:test";
import { defaultSettings, memoryFiles, openInstallation } from "../server/src/core/api.ts";
import { directoryWith, run } from "./support/command-line.ts";
import { LspSession } from "./support/lsp-session.ts";

const dialplan = "[a]\nexten => 1,1,NoOp(${TENANT(name)})\n same => n,NoOp(${tenent(name)})\n";

test("--known-function names functions of modules of one's own, case and all", (context) => {
  const directory = directoryWith(context, { "extensions.conf": dialplan });
  const reported = (...words: string[]): number =>
    JSON.parse(run(directory, ["lint", "--format", "json", ...words]).output).problems.length;
  assert.equal(reported(), 2);
  assert.equal(reported("--known-function", "TENANT"), 1);
  assert.equal(reported("--known-function", "TENANT", "--known-function", "tenent"), 0);
  assert.equal(reported("--known-function", "Tenant"), 2);
});

test("the editor takes them from its settings", async (context) => {
  const knownFunctions = ["TENANT", 5];
  const session = await LspSession.start(context, { "extensions.conf": dialplan }, { knownFunctions });
  session.open("extensions.conf");
  await session.until("the other one", () => session.shown("extensions.conf").length > 0);
  assert.deepEqual(
    session.shown("extensions.conf").map(({ range }) => range.start.line),
    [2],
  );
});

test("a global whose value calls a function of one's own is not known, and of none is empty", () => {
  const text = "[globals]\nA=${TENANT(x)}\nB=${NOSUCH(x)}\nC=${ODBC_X(y)}\nD=${LEN(abc)}\n[a]\n";
  const files = memoryFiles({ "extensions.conf": text });
  const { globals } = openInstallation(files, { ...defaultSettings, knownFunctions: ["TENANT"] }).dialplan();
  assert.deepEqual(
    [...globals],
    [
      ["A", undefined],
      ["B", ""],
      ["C", undefined],
      ["D", "3"],
    ],
  );
});
