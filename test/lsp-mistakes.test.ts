// What a client can do wrong: unknown methods, bad parameters, wrong order, positions that are nowhere. The server
// answers with an error where the protocol wants one, and goes on.

import assert from "node:assert/strict";
import test from "node:test";
import { LspSession } from "./support/lsp-session.ts";

const text = "[a]\ntype = endpoint\nallow = pcma\n";

test("requests that nobody knows and parameters of other shapes", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": text });
  await assert.rejects(session.request("asterisk/nonsense", {}), { code: -32601 });
  session.notify("asterisk/nonsense", {});
  session.notify("$/nonsense", {});
  session.open("pjsip.conf");
  const { codeActionProvider } = session.capabilities;
  assert.ok(codeActionProvider);
  for (const method of ["textDocument/codeAction", "codeAction/resolve", "asterisk-analyzer/matchEdit"]) {
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 5 }, range: "here" }])
      await session.request(method, params).catch(({ code }) => assert.ok(code < 0, method));
  }
  assert.deepEqual(await session.problems("pjsip.conf"), ["3:9-13 error codec/unknown-codec"]);
});

test("positions outside of the text, and edits there", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": text });
  session.open("pjsip.conf");
  const far = { line: 900, character: 900 };
  for (const range of [
    { start: far, end: far },
    { start: { line: 0, character: 0 }, end: far },
    { start: far, end: { line: 0, character: 0 } },
    { start: { line: 1, character: 5000 }, end: { line: 1, character: 5000 } },
  ]) {
    const params = {
      textDocument: { uri: session.uri("pjsip.conf") },
      range,
      context: { diagnostics: [] },
    };
    assert.ok(Array.isArray(await session.request("textDocument/codeAction", params)));
  }
  session.changeRaw("pjsip.conf", [
    { range: { start: far, end: far }, text: "[b]\ntype = endpoint\nallow = pcmu\n" },
  ]);
  assert.deepEqual(await session.problems("pjsip.conf"), [
    "3:9-13 error codec/unknown-codec",
    "6:9-13 error codec/unknown-codec",
  ]);
});

test("a document that is opened twice, changed or closed without being open", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": text });
  const uri = session.uri("other/pjsip.conf");
  session.notify("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [{ text: "[a]\n" }],
  });
  session.notify("textDocument/didClose", { textDocument: { uri } });
  session.open("pjsip.conf");
  session.open("pjsip.conf", text.replace("pcma", "alaw"));
  assert.deepEqual(await session.problems("pjsip.conf"), []);
  session.close("pjsip.conf");
  session.open("pjsip.conf");
  await session.until("the mistake on disk", () => session.shown("pjsip.conf").length === 1);
});

test("nothing is answered before the beginning and after the end", async (context) => {
  const early = LspSession.connect(context, { "pjsip.conf": text });
  const params = { textDocument: { uri: early.uri("pjsip.conf") }, range: {}, context: { diagnostics: [] } };
  await assert.rejects(early.request("textDocument/codeAction", params), { code: -32002 });
  early.notify("textDocument/didOpen", params);
  await early.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  early.notify("initialized", {});
  await early.request("shutdown", {});
  await assert.rejects(early.request("textDocument/codeAction", params), { code: -32600 });
  assert.equal(await early.exit(), 0);

  const rude = LspSession.connect(context, {});
  await rude.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  assert.equal(await rude.exit(), 1);
});
