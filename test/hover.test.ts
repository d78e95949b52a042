// Hover, inlay hints and the requests of our own, as an editor asks for them over the wire.

import assert from "node:assert/strict";
import test from "node:test";
import { LspSession } from "./support/lsp-session.ts";

const files = {
  "pjsip.conf":
    "[phone](!)\r\ntype=endpoint\r\ncontext=internal\r\nallow=alaw\r\n[alice](phone)\r\naors=alice\r\n" +
    "[alice]\r\ntype=aor\r\nmax_contacts=1\r\n[alice]\r\ntype=auth\r\nusername=alice\r\npassword=s3cr3t\r\n[bob](phone)\r\ndtmf_mode=rfc2833\r\n",
  "extensions.conf": "[internal]\nexten => 100,1,Answer()\n same => n,Dial(PJSIP/alice)\n",
};

/** The position of a piece of a file, counted from its beginning. */
function at(path: keyof typeof files, piece: string): { line: number; character: number } {
  const before = files[path].slice(0, files[path].indexOf(piece));
  const lines = before.split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

test("hover, inlay hints and the effective object", async (context) => {
  const session = await LspSession.start(context, files);
  session.open("pjsip.conf");
  session.open("extensions.conf");
  const textDocument = { uri: session.uri("pjsip.conf") };
  const hover = await session.request("textDocument/hover", {
    textDocument,
    position: at("pjsip.conf", "context=internal"),
  });
  assert.equal(hover.contents.kind, "plaintext");
  assert.match(hover.contents.value, /^context · option of endpoint/);
  assert.deepEqual(hover.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } });
  const nothing = await session.request("textDocument/hover", {
    textDocument,
    position: { line: 900, character: 0 },
  });
  assert.equal(nothing, null);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = await session.request("textDocument/inlayHint", { textDocument, range: whole });
  assert.deepEqual(
    hints.map(({ label, position }: { label: string; position: { line: number } }) => [label, position.line]),
    [
      ["phone: type endpoint, context internal, allow alaw", 4],
      ["phone: type endpoint, context internal, allow alaw", 13],
    ],
  );
  const effective = await session.request("asterisk-analyzer/effective", {
    uri: textDocument.uri,
    position: at("pjsip.conf", "password"),
  });
  assert.equal(effective.title, "alice (auth)");
  assert.match(effective.text, /^password = \*\*\* +; from pjsip\.conf:13$/m);
  assert.doesNotMatch(JSON.stringify(effective), /s3cr3t/);
  assert.equal(effective.uriOfSource, textDocument.uri);
  assert.equal(effective.position.line, 9);
});

test("inlay hints can be switched off", async (context) => {
  const settings = { inlayHints: { inherited: false } };
  const session = await LspSession.start(context, files, settings);
  session.open("pjsip.conf");
  await session.diagnostics("pjsip.conf");
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const textDocument = { uri: session.uri("pjsip.conf") };
  assert.deepEqual(await session.request("textDocument/inlayHint", { textDocument, range }), []);
});

test("questions about an installation", async (context) => {
  const session = await LspSession.start(context, files);
  session.open("pjsip.conf");
  await session.diagnostics("pjsip.conf");
  const uri = session.uri("pjsip.conf");
  for (const place of [
    uri,
    session.uri("extensions.conf"),
    session.uri(""),
    session.uri("").replace(/\/$/, ""),
  ])
    assert.deepEqual(await session.request("asterisk-analyzer/contexts", { uri: place }), {
      contexts: ["internal"],
    });
  const match = await session.request("asterisk-analyzer/match", { uri, context: "internal", number: "100" });
  assert.equal(match.found, true);
  assert.match(match.text, /^"100" in \[internal\] runs 100 in \[internal\]/);
  const wrong = await session.request("asterisk-analyzer/match", {
    uri,
    context: "internal",
    number: "100",
    time: "noon",
  });
  assert.match(wrong.text, /is no time/);
  const status = await session.request("asterisk-analyzer/status", { uri });
  assert.equal(status.role, "root");
  assert.deepEqual(status.roots, ["pjsip.conf"]);
  assert.match(status.version, /^\d+\.\d+\.\d+$/);
  assert.equal(await session.request("asterisk-analyzer/status", { uri: session.uri("other.conf") }), null);
  const explained = await session.request("asterisk-analyzer/explain", {
    line: "[Nov 21 10:00:00] ERROR[1]: res_sorcery_config.c:411 x: Could not create an object of type 'endpoint' with id 'bob' from configuration file 'pjsip.conf'",
  });
  assert.ok(explained.rules.includes("pjsip/invalid-word"));
  assert.equal(explained.places[0]?.uri, uri);
  assert.equal(explained.places[0]?.position.line, 14);
  assert.match(explained.markdown, /Caused by:/);
});
