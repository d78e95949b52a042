// A check of the whole workspace: every installation is found, and stays under watch.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { CheckWorkspaceResult } from "../server/src/core/protocol.ts";
import { LspSession } from "./support/lsp-session.ts";

const wrong = "[t]\ntype = transport\nprotocol = udb\nbind = 0.0.0.0\n";
const right = wrong.replace("udb", "udp");

test("installations without an open file are found and watched", async (context) => {
  const session = await LspSession.start(context, {
    "berlin/pjsip.conf": wrong,
    "deep/below/paris/etc/asterisk/pjsip.conf": `#include pjsip.d/*.conf\n${right}`,
    "deep/below/paris/etc/asterisk/pjsip.d/more.conf": wrong.replace("[t]", "[u]"),
    "web/http.conf": "[general]\nenabled = maybe\n",
    "node_modules/pbx/pjsip.conf": wrong,
    ".git/pjsip.conf": wrong,
  });
  session.open("berlin/pjsip.conf");
  await session.diagnostics("berlin/pjsip.conf");
  const included = "deep/below/paris/etc/asterisk/pjsip.d/more.conf";
  assert.deepEqual(session.shown(included), []);
  const check = (): Promise<CheckWorkspaceResult> => session.request("asterisk-analyzer/checkWorkspace", {});
  assert.deepEqual(await check(), { installations: 2, files: 3, errors: 2, warnings: 0 });
  await session.until("the problem of a file that is not open", () => session.shown(included).length === 1);
  session.close("berlin/pjsip.conf");
  writeFileSync(
    join(session.directory, included),
    right.replace("[t]", "[u]").replace("0.0.0.0", "0.0.0.0:5070"),
  );
  session.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri(included), type: 2 }] });
  await session.until("its end", () => session.shown(included).length === 0);
  assert.equal(session.shown("berlin/pjsip.conf").length, 1, "a closed file keeps its problems");
  assert.deepEqual(await check(), { installations: 2, files: 3, errors: 1, warnings: 0 });
  const removed = [{ uri: session.uri(""), name: "all" }];
  session.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed } });
  await session.until(
    "nothing of a folder that is closed",
    () => session.shown("berlin/pjsip.conf").length === 0,
  );
});
