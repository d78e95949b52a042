// Outline, folding, selection, links, tokens and formatting over the protocol, for clients that know much and little.

import assert from "node:assert/strict";
import test from "node:test";
import type { SemanticTokens, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LspSession } from "./support/lsp-session.ts";

const files = {
  "pjsip.conf":
    "\ufeff[phone](!)\r\ntype = endpoint\r\ncontext=main\r\n[101](phone)\r\n#include more.conf\r\n",
  "more.conf": "aors=101\n",
  "extensions.conf": "[main]\nexten=>101,1,Answer()\n same => n(x),Hangup()\n",
};

const options = { tabSize: 4, insertSpaces: true, trimTrailingWhitespace: true, insertFinalNewline: true };

test("a client that supports nothing optional gets the shape of a file", async (context) => {
  const session = await LspSession.start(context, files);
  session.open("pjsip.conf", files["pjsip.conf"].slice(1));
  session.open("extensions.conf");
  const ask = (method: string, path: string, more: object = {}) =>
    session.request(`textDocument/${method}`, { textDocument: { uri: session.uri(path) }, ...more });

  const symbols = await ask("documentSymbol", "extensions.conf");
  assert.deepEqual(
    symbols.map((symbol: { name: string; containerName?: string }) => [symbol.name, symbol.containerName]),
    [
      ["main", undefined],
      ["101", "main"],
      ["x", "101"],
    ],
  );
  const folds = await ask("foldingRange", "extensions.conf");
  assert.deepEqual(folds, [
    { startLine: 0, endLine: 2 },
    { startLine: 1, endLine: 2 },
  ]);
  const links = await ask("documentLink", "pjsip.conf");
  assert.deepEqual(links, [
    {
      range: { start: { line: 4, character: 9 }, end: { line: 4, character: 18 } },
      target: session.uri("more.conf"),
    },
  ]);
  const [selection] = await ask("selectionRange", "pjsip.conf", { positions: [{ line: 1, character: 9 }] });
  assert.deepEqual(selection.range.start, { line: 1, character: 7 });
  assert.equal(await ask("foldingRange", "more.conf").then((answer) => answer.length), 0);
});

test("tokens come whole, as a difference and for a range", async (context) => {
  const session = await LspSession.start(context, files);
  session.open("pjsip.conf", files["pjsip.conf"].slice(1));
  const textDocument = { uri: session.uri("pjsip.conf") };
  const whole: SemanticTokens = await session.request("textDocument/semanticTokens/full", { textDocument });
  assert.deepEqual(whole.data.slice(0, 10), [0, 1, 5, 1, 1, 0, 7, 1, 14, 0]);
  assert.ok(whole.resultId !== undefined);
  session.change("pjsip.conf", "context=main", "context=other");
  const previousResultId = whole.resultId;
  const delta = await session.request("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId,
  });
  const [edit, ...others] = delta.edits;
  assert.equal(others.length, 0);
  assert.ok(edit.data.length <= 5);
  const patched = [...whole.data];
  patched.splice(edit.start, edit.deleteCount, ...edit.data);
  const after: SemanticTokens = await session.request("textDocument/semanticTokens/full", { textDocument });
  assert.deepEqual(patched, after.data);
  const unknown = await session.request("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: "of another life",
  });
  assert.deepEqual(unknown.data, after.data);
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
  const some: SemanticTokens = await session.request("textDocument/semanticTokens/range", {
    textDocument,
    range,
  });
  assert.deepEqual(some.data, [2, 0, 7, 3, 0, 0, 8, 5, 0, 0]);
});

test("formatting keeps line breaks and the hidden mark", async (context) => {
  const session = await LspSession.start(context, files);
  session.open("pjsip.conf", files["pjsip.conf"].slice(1));
  session.open("extensions.conf");
  const format = async (path: string, method: string, more: object = {}): Promise<string> => {
    const params = { textDocument: { uri: session.uri(path) }, options, ...more };
    const edits: TextEdit[] = await session.request(`textDocument/${method}`, params);
    return TextDocument.applyEdits(TextDocument.create("", "", 1, session.text(path)), edits);
  };
  assert.equal(
    await format("pjsip.conf", "formatting"),
    "[phone](!)\r\ntype = endpoint\r\ncontext = main\r\n\r\n[101](phone)\r\n#include more.conf\r\n",
  );
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
  const formatted = "[main]\nexten => 101,1,Answer()\n same => n(x),Hangup()\n";
  assert.equal(await format("extensions.conf", "rangeFormatting", { range }), formatted);
  session.change("extensions.conf", "Answer()\n", "Answer()\n\n");
  assert.equal(
    await format("extensions.conf", "onTypeFormatting", { position: { line: 2, character: 0 }, ch: "\n" }),
    "[main]\nexten => 101,1,Answer()\n \n same => n(x),Hangup()\n",
  );
});

test("a team settles how formatted files look", async (context) => {
  const settings = { format: { equals: "align", blankLines: 1 } };
  const pjsip = "[a]\ntype=aor\n\n\nmax_contacts=1\nqualify_timeout = 3\n";
  const session = await LspSession.start(context, { "pjsip.conf": pjsip }, settings);
  session.open("pjsip.conf");
  await session.diagnostics("pjsip.conf");
  const params = { textDocument: { uri: session.uri("pjsip.conf") }, options };
  const formatted = async (): Promise<string> => {
    const edits: TextEdit[] = await session.request("textDocument/formatting", params);
    return TextDocument.applyEdits(TextDocument.create("", "", 1, session.text("pjsip.conf")), edits);
  };
  assert.equal(await formatted(), "[a]\ntype = aor\n\nmax_contacts    = 1\nqualify_timeout = 3\n");
  assert.deepEqual(session.log, []);
  session.settings = { format: { equals: "columns", blankLines: -1 } };
  session.notify("workspace/didChangeConfiguration", { settings: null });
  await session.until("warnings", () => session.log.length >= 2);
  assert.match(
    session.log.join("\n"),
    /asterisk-analyzer\.format: "equals" has to be one of keep, spaced, compact, align/,
  );
  assert.match(
    session.log.join("\n"),
    /asterisk-analyzer\.format: "blankLines" has to be a number from 1 on/,
  );
  assert.equal(await formatted(), "[a]\ntype=aor\n\n\nmax_contacts=1\nqualify_timeout=3\n");
});
