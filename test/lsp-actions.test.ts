// Code actions as editors ask for them: kinds, edits on demand, snippets, questions to the user.

import assert from "node:assert/strict";
import test from "node:test";
import type { CodeAction } from "vscode-languageserver";
import { LspSession } from "./support/lsp-session.ts";

const trunk = `[provider]
type = endpoint
context = from-provider
allow = !all,alaw
identify_by = ip
aors = provider
[provider]
type = aor
contact = sip:198.51.100.10
`;
const phones = "[a]\ntype = Endpoint\nallow = pcmu,pcmu,g711u\n[b]\ntype = endpoint\nallow = pcma\n";

/** A client that asks for edits when they are needed, and has all that is new. */
const modern = {
  capabilities: {
    workspace: {
      configuration: true,
      workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    },
    textDocument: {
      codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
    },
  },
  initializationOptions: { commands: ["asterisk-analyzer.insertMatch"] },
};

test("all safe fixes are one action, also before saving, and give a text with nothing left to fix", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": phones });
  session.open("pjsip.conf");
  await session.diagnostics("pjsip.conf");
  const before = await session.actions("pjsip.conf", "[a]", ["source.fixAll"]);
  assert.deepEqual(
    before.map(({ title, kind, edit }) => [title, kind, edit !== undefined]),
    [["Fix all that is safe to fix", "source.fixAll.asterisk", true]],
  );
  for (const kind of ["source", "source.fixAll.asterisk"])
    assert.equal((await session.actions("pjsip.conf", "[b]", [kind])).length, 1, kind);
  session.apply(one(before));
  assert.equal(
    session.text("pjsip.conf"),
    "[a]\ntype = endpoint\nallow = ulaw\n[b]\ntype = endpoint\nallow = alaw\n",
  );
  assert.deepEqual(await session.actions("pjsip.conf", "[a]", ["source.fixAll"]), []);
});

test("a client that can ask again gets the edits when it does, for the text as it is then", async (context) => {
  const files = { "pjsip.conf": phones.replace("Endpoint", "endpoint") };
  const session = await LspSession.start(context, files, {}, modern);
  session.open("pjsip.conf");
  const offered = await session.actions("pjsip.conf", "pcma");
  const all = offered.filter(({ title }) => title.startsWith("Fix all"));
  assert.equal(all.length, 2);
  assert.ok(all.every(({ edit, data }) => edit === undefined && data !== undefined));
  session.change("pjsip.conf", "[a]\n", "[a]\n\n");
  const ofKind = all.find(({ title }) => title.includes("codec/unknown-codec"));
  const resolved: CodeAction = await session.request("codeAction/resolve", ofKind ?? {});
  session.apply(resolved);
  assert.match(session.text("pjsip.conf"), /^allow = alaw$/m);
  assert.doesNotMatch(session.text("pjsip.conf"), /pcm|g711/);
  for (const odd of [{ title: "x" }, { title: "x", data: 7 }, { title: "x", data: { uri: 1, mend: 2 } }])
    assert.deepEqual(await session.request("codeAction/resolve", odd), odd);
});

test("a reason can be filled in where the client knows snippets", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": phones }, {}, modern);
  session.open("pjsip.conf");
  const [silence] = (await session.actions("pjsip.conf", "pcma")).filter(({ title }) =>
    title.endsWith(" for this line"),
  );
  assert.match(
    JSON.stringify(silence?.edit),
    /"snippet":\{"kind":"snippet","value":"; asterisk-analyzer: ignore codec\/unknown-codec -- \$\{1:why\}\\n"\}/,
  );
});

test("addresses that only the user knows", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": trunk }, {}, modern);
  session.open("pjsip.conf");
  const asks = (await session.actions("pjsip.conf", "provider]")).find(
    ({ command }) => command !== undefined,
  );
  assert.equal(asks?.command?.command, "asterisk-analyzer.insertMatch");
  const [place] = asks.command.arguments ?? [];
  assert.deepEqual(place, {
    uri: session.uri("pjsip.conf"),
    position: { line: 0, character: 1 },
    name: "provider",
  });
  const addresses = ["192.0.2.1, 2001:db8::/48"];
  const answer = await session.request("asterisk-analyzer/matchEdit", { ...place, addresses });
  session.apply({ title: "", edit: answer.edit });
  assert.match(session.text("pjsip.conf"), /\nmatch = 192\.0\.2\.1\nmatch = 2001:db8::\/48\n/);
  const refused = await session.request("asterisk-analyzer/matchEdit", { ...place, addresses: ["a b!"] });
  assert.match(refused.refusal, /"b!" is no address/);
  for (const params of [{}, { ...place, uri: "file:///nowhere" }, { ...place, addresses: 7 }])
    assert.ok((await session.request("asterisk-analyzer/matchEdit", params)).refusal);
  assert.equal(
    (await plain(context)).some(({ command }) => command !== undefined),
    false,
  );
});

test("a client without anything optional gets edits as it knows them", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": phones }, {}, { capabilities: {} });
  session.open("pjsip.conf");
  const [fix] = await session.actions("pjsip.conf", "pcma", ["quickfix"]);
  assert.deepEqual(fix?.edit, {
    changes: {
      [session.uri("pjsip.conf")]: [
        { range: { start: { line: 5, character: 8 }, end: { line: 5, character: 12 } }, newText: "alaw" },
      ],
    },
  });
});

test("a silenced problem is gone, and one that is not there is said to be needless", async (context) => {
  const session = await LspSession.start(context, {
    "pjsip.conf": phones.replace("Endpoint", "endpoint").replaceAll("\n", "\r\n"),
  });
  session.open("pjsip.conf");
  const has = (code: string): boolean => session.shown("pjsip.conf").some((shown) => shown.code === code);
  await session.diagnostics("pjsip.conf");
  const offered = await session.actions("pjsip.conf", "pcma");
  const silence = offered.find(({ title }) => title === "Ignore codec/unknown-codec for this file");
  session.apply(silence ?? { title: "" });
  assert.match(session.text("pjsip.conf"), /^; asterisk-analyzer: ignore-file codec\/unknown-codec\r\n\[a\]/);
  await session.diagnostics("pjsip.conf");
  assert.equal(has("codec/unknown-codec"), false);
  session.change("pjsip.conf", "ignore-file codec/unknown-codec", "ignore-file nat/private-address");
  await session.diagnostics("pjsip.conf");
  assert.ok(has("codec/unknown-codec"));
  assert.ok(has("suppression/unused") || has("suppression/unknown-rule"));
});

async function plain(context: Parameters<typeof LspSession.start>[0]): Promise<CodeAction[]> {
  const session = await LspSession.start(context, { "pjsip.conf": trunk });
  session.open("pjsip.conf");
  return session.actions("pjsip.conf", "provider]");
}

function one(actions: readonly CodeAction[]): CodeAction {
  const [action] = actions;
  assert.ok(action);
  return action;
}
