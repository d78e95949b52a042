// Renames as editors get them: what is to be confirmed is marked for those that can ask.

import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import type { WorkspaceEdit } from "vscode-languageserver";
import { LspSession } from "./support/lsp-session.ts";

const phone = `[6001]
type = endpoint
auth = 6001
aors = 6001
[6001]
type = auth
username = 6001
password = correct-horse-battery
[6001]
type = aor
max_contacts = 1
`;

test("a client that can ask is told what renaming an aor means for phones", async (context) => {
  const { edit, session } = await renamed(context, { documentChanges: true, changeAnnotationSupport: {} });
  const [id = "", ...others] = Object.keys(edit.changeAnnotations ?? {});
  assert.deepEqual(others, []);
  assert.deepEqual(edit.changeAnnotations?.[id], {
    label: "Rename aor 6001, too",
    description: "Phones that register as 6001 have to register as 6101 then",
    needsConfirmation: true,
  });
  const edits = edit.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? [];
  assert.deepEqual(
    edits.flatMap((one) => ("annotationId" in one ? [[one.range.start.line, one.annotationId]] : [])),
    [
      [3, id],
      [8, id],
    ],
  );
  session.apply({ title: "", edit });
  assert.equal(session.text("pjsip.conf"), all);
});

test("others get all of it at once", async (context) => {
  for (const workspaceEdit of [{ documentChanges: true }, {}, { changeAnnotationSupport: {} }]) {
    const { edit, session } = await renamed(context, workspaceEdit);
    assert.equal(edit.changeAnnotations, undefined);
    const changes = edit.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : []));
    const edits = changes ?? edit.changes?.[session.uri("pjsip.conf")] ?? [];
    assert.equal(edits.length, 5);
    assert.doesNotMatch(JSON.stringify(edits), /annotationId/);
  }
});

const all = phone
  .replace(/^\[6001\]$/gm, "[6101]")
  .replace("auth = 6001", "auth = 6101")
  .replace("aors = 6001", "aors = 6101");

async function renamed(
  context: TestContext,
  workspaceEdit: object,
): Promise<{ readonly edit: WorkspaceEdit; readonly session: LspSession }> {
  const client = { capabilities: { workspace: { workspaceEdit } } };
  const session = await LspSession.start(context, { "pjsip.conf": phone }, {}, client);
  session.open("pjsip.conf");
  const edit = await session.request("textDocument/rename", {
    textDocument: { uri: session.uri("pjsip.conf") },
    position: { line: 0, character: 2 },
    newName: "6101",
  });
  return { edit, session };
}
