// Diagnostics that a client asks for, what it is told of files, and what only some clients can show.

import assert from "node:assert/strict";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Diagnostic, WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { LspSession } from "./support/lsp-session.ts";

const phones = "[a]\ntype = endpoint\nallow = alaw\n#include phones.inc\n";
const asking = {
  capabilities: {
    workspace: {
      configuration: true,
      diagnostics: { refreshSupport: true },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    },
    textDocument: { diagnostic: { relatedDocumentSupport: true }, publishDiagnostics: {} },
  },
};

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
  readonly relatedDocuments?: Readonly<Record<string, Report>>;
}

const ask = (session: LspSession, path: string, previousResultId?: string): Promise<Report> =>
  session.request("textDocument/diagnostic", {
    textDocument: { uri: session.uri(path) },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });
const codes = (report: Report | undefined): unknown => report?.items?.map(({ code }) => code);

test("who asks for diagnostics is answered and told nothing unasked", async (context) => {
  const files = { "pjsip.conf": phones, "phones.inc": "[b]\ntype = endpoint\nalow = alaw\n" };
  const session = await LspSession.start(context, files, {}, asking);
  session.open("pjsip.conf");
  const first = await ask(session, "pjsip.conf");
  assert.equal(first.kind, "full");
  assert.deepEqual(codes(first), []);
  assert.deepEqual(codes(first.relatedDocuments?.[session.uri("phones.inc")]), ["pjsip/unknown-option"]);
  const again = await ask(session, "pjsip.conf", first.resultId);
  assert.deepEqual([again.kind, again.resultId], ["unchanged", first.resultId]);
  assert.deepEqual(again.relatedDocuments, {});
  const before = session.refreshes;
  session.open("phones.inc");
  assert.deepEqual(codes(await ask(session, "phones.inc")), ["pjsip/unknown-option"]);
  session.close("phones.inc");
  await ask(session, "pjsip.conf");
  assert.equal(session.refreshes, before, "the same text makes no difference to others");
  session.change("pjsip.conf", "alaw", "pcma");
  const edited = await ask(session, "pjsip.conf", first.resultId);
  assert.deepEqual(codes(edited), ["codec/unknown-codec"]);
  session.change("pjsip.conf", "pcma", "alaw");
  assert.deepEqual(codes(await ask(session, "pjsip.conf", edited.resultId)), []);
  assert.deepEqual(session.shown("pjsip.conf"), []);
  assert.equal(session.pushed, 0);
});

test("the whole workspace, in parts, and only what became different", async (context) => {
  const files = { "pjsip.conf": phones, "phones.inc": "[b]\ntype = endpoint\nalow = alaw\n" };
  const session = await LspSession.start(context, files, {}, asking);
  session.open("pjsip.conf");
  const all: { items: readonly WorkspaceDocumentDiagnosticReport[] } = await session.request(
    "workspace/diagnostic",
    { previousResultIds: [] },
  );
  const byUri = new Map(all.items.map((item) => [item.uri, item]));
  const inner = byUri.get(session.uri("phones.inc"));
  assert.equal(inner?.version, null);
  assert.equal(byUri.get(session.uri("pjsip.conf"))?.version, 1);
  const previousResultIds = all.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  const same: typeof all = await session.request("workspace/diagnostic", { previousResultIds });
  assert.ok(same.items.length === 2 && same.items.every(({ kind }) => kind === "unchanged"));
  // Mended on disk: the client is told to ask anew, and the file is clean then.
  const before = session.refreshes;
  writeFileSync(join(session.directory, "phones.inc"), "[b]\ntype = endpoint\nallow = alaw\n");
  session.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: session.uri("phones.inc"), type: 2 }],
  });
  await session.until("a refresh", () => session.refreshes > before);
  const later: typeof all = await session.request("workspace/diagnostic", { previousResultIds });
  const clean = later.items.find(({ uri }) => uri === session.uri("phones.inc"));
  assert.deepEqual(clean?.kind === "full" ? clean.items : undefined, []);
  const parts: typeof all = await session.request("workspace/diagnostic", {
    previousResultIds: [],
    partialResultToken: "parts",
  });
  assert.deepEqual(parts.items, []);
});

test("files of other names that are included are watched", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": phones }, {}, asking);
  session.open("pjsip.conf");
  const watches = (): string => JSON.stringify(session.registered);
  await session.until("a registration", () => watches().includes("phones.inc"));
  assert.deepEqual(codes(await ask(session, "pjsip.conf")), ["config/missing-include"]);
  assert.match(watches(), /\*\*\/\*\.\{conf,/);
  // It is made, and renamed again.
  const path = join(session.directory, "phones.inc");
  writeFileSync(path, "[b]\ntype = endpoint\nallow = alaw\n");
  session.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: session.uri("phones.inc"), type: 1 }],
  });
  assert.deepEqual(codes(await ask(session, "pjsip.conf")), []);
  renameSync(path, join(session.directory, "other.inc"));
  session.notify("workspace/didChangeWatchedFiles", {
    changes: [
      { uri: session.uri("phones.inc"), type: 3 },
      { uri: session.uri("other.inc"), type: 1 },
    ],
  });
  assert.deepEqual(codes(await ask(session, "pjsip.conf")), ["config/missing-include"]);
});

test("a file that no installation reads has no problems once it is closed", async (context) => {
  const files = { "alone/odd.inc": "[a]\nallow = alaw,\n\\[\n[b\n" };
  const session = await LspSession.start(context, files, {}, asking);
  session.open("alone/odd.inc");
  const first = await ask(session, "alone/odd.inc");
  assert.notDeepEqual(codes(first), []);
  session.close("alone/odd.inc");
  const uri = session.uri("alone/odd.inc");
  const { items }: { items: readonly WorkspaceDocumentDiagnosticReport[] } = await session.request(
    "workspace/diagnostic",
    { previousResultIds: [{ uri, value: first.resultId }] },
  );
  assert.deepEqual(
    items.map((item) => [item.uri, item.kind === "full" ? item.items : item.kind]),
    [[uri, []]],
  );
});

test("a request that is called off is answered so", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": phones }, {}, asking);
  session.open("pjsip.conf");
  const request = session.cancellable("textDocument/diagnostic", {
    textDocument: { uri: session.uri("pjsip.conf") },
  });
  request.cancel();
  await assert.rejects(request.answer, { code: -32800 });
  assert.equal((await ask(session, "pjsip.conf")).kind, "full");
});

test("nothing optional: no links, no related places, no tags, no questions to the client", async (context) => {
  const files = { "pjsip.conf": "[a]\ntype = endpoint\nallow = alaw\n[a]\ntype = endpoint\nallow = pcma\n" };
  const session = await LspSession.start(context, files, {}, { capabilities: {} });
  session.open("pjsip.conf");
  const diagnostics = await session.diagnostics("pjsip.conf");
  assert.ok(diagnostics.length >= 2);
  const keys = new Set(diagnostics.flatMap((diagnostic) => Object.keys(diagnostic)));
  assert.deepEqual([...keys].sort(), ["code", "message", "range", "severity", "source"]);
  assert.deepEqual(session.registered, []);
});

test("a file that nothing includes says so, and that can be switched off", async (context) => {
  const files = { "pjsip.conf": "", "pjsip_old.conf": "[a](phone)\n", "pjsip.conf.sample": "[a](phone)\n" };
  const session = await LspSession.start(context, files);
  session.open("pjsip_old.conf");
  assert.deepEqual(await session.problems("pjsip_old.conf"), ["1:1-11 information config/not-included"]);
  session.open("pjsip.conf.sample");
  assert.deepEqual(await session.problems("pjsip.conf.sample"), []);
  session.settings = { rules: { "config/not-included": "off" } };
  session.notify("workspace/didChangeConfiguration", { settings: null });
  await session.until("silence", () => session.shown("pjsip_old.conf").length === 0);
  // As soon as it is included, it is part of the installation.
  session.open("pjsip.conf");
  session.change("pjsip.conf", "", "#include pjsip_old.conf\n");
  await session.until("the template is missed", () =>
    session.shown("pjsip_old.conf").some(({ code }) => code === "config/unknown-template"),
  );
});

test("two folders with an installation each, and documents that are in no folder", async (context) => {
  const bad = "[a]\ntype = endpoint\nallow = pcma\n";
  const files = { "one/pjsip.conf": bad, "two/pjsip.conf": "[a]\ntype = endpoint\nallow = alaw\n" };
  const session = await LspSession.start(context, files);
  const folder = (name: string): object => ({ uri: session.uri(name), name });
  session.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [folder("one"), folder("two")], removed: [{ uri: session.uri(""), name: "test" }] },
  });
  session.open("one/pjsip.conf");
  session.open("two/pjsip.conf");
  assert.deepEqual(await session.problems("one/pjsip.conf"), ["3:9-13 error codec/unknown-codec"]);
  assert.deepEqual(await session.problems("two/pjsip.conf"), []);
  for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/a/b/pjsip.conf"]) {
    const languageId = "asterisk-pjsip";
    session.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text: bad } });
    await session.until(`problems of ${uri}`, () => session.shownAt(uri).length > 0);
    assert.ok(session.shownAt(uri).some(({ code }) => code === "codec/unknown-codec"));
    session.notify("textDocument/didClose", { textDocument: { uri } });
    await session.until(`silence about ${uri}`, () => session.shownAt(uri).length === 0);
  }
});

test("of more than a thousand problems in a file the first of each rule are shown, and that there are more", async (context) => {
  const calls = Array.from({ length: 1500 }, (_, index) => `exten => ${index},1,Dial(PJSIP/nobody)`);
  const session = await LspSession.start(context, {
    "pjsip.conf": "[6001]\ntype=endpoint\n",
    "extensions.conf": `[a]\n${calls.join("\n")}\n[b\n`,
  });
  session.open("extensions.conf");
  const [first, ...others] = await session.diagnostics("extensions.conf");
  assert.match(String(first?.message), /^502 more problems of this file are not shown/);
  assert.equal(others.length, 999);
  assert.equal(others.at(-1)?.code, "config/unclosed-header");
});
