// Every method of the language server over the bundle: with a client that can do all and with one that can do nothing,
// at every word of a whole and of a broken configuration, with edits in between.

import assert from "node:assert/strict";
import test from "node:test";
import type { CodeLens } from "vscode-languageserver";
import { tokenTypes } from "../server/src/core/editor-api.ts";
import { type LspClient, LspSession } from "./support/lsp-session.ts";

const files = {
  "pjsip.conf": `[phone](!)
type = endpoint
context = internal
disallow = all
allow = alaw,ulaw

[6001](phone)
auth = 6001
aors = 6001

[6001]
type = auth
username = 6001
password = Uncommon-4711-words

[6001]
type = aor
max_contacts = 1
#include pjsip.d/*.conf
`,
  "pjsip.d/trunk.conf": `[provider]
type = endpoint
context = inbound
allow = alaw

[provider-ip]
type = identify
endpoint = provider
match = 192.0.2.7
`,
  "extensions.conf": `[globals]
TRUNK = PJSIP/provider

[internal]
include => outbound
exten => 6001,hint,PJSIP/6001
exten => 6001,1(start),Dial(PJSIP/6001,20,tT)
 same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?start)
 same => n,Gosub(greet,s,1(\${EXTEN}))
 same => n,Hangup()

[outbound]
exten => _0X.,1,Dial(\${TRUNK}/sip:\${EXTEN:1}@192.0.2.7)

[greet]
exten => s,1,Playback(hello-world)
 same => n,Return()

[inbound]
exten => _X.,1,Goto(internal,6001,1)
`,
};

const broken = {
  "pjsip.conf":
    '[60\n[x](\ntype\n=\n;-- open\n[y](!,,)\n type = endpoint\nallow = a,,b\n#include\n#include "',
  "pjsip.d/trunk.conf": "",
  "extensions.conf":
    "[a\nexten => \nexten\n[b]\nexten => _X.,1,Dial(PJSIP/${EX\nsame => n,Set(A=$[1 +\nsame => n,Goto(,,\nsame => n(,Gosub(b,${,\ninclude => \n",
};

const full: LspClient = {
  capabilities: {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
    textDocument: {
      completion: {
        completionItem: { snippetSupport: true, resolveSupport: { properties: ["documentation"] } },
      },
      hover: { contentFormat: ["markdown", "plaintext"] },
      definition: { linkSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      rename: { prepareSupport: true },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
        resolveSupport: { properties: ["edit"] },
        dataSupport: true,
      },
      semanticTokens: {
        requests: { full: { delta: true }, range: true },
        tokenTypes: [...tokenTypes],
        tokenModifiers: [],
        formats: ["relative"],
      },
      foldingRange: { lineFoldingOnly: false },
      publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    },
  },
  initializationOptions: { commands: ["asterisk-analyzer.showReferences"] },
};
const bare: LspClient = { capabilities: {} };

/** The methods that are asked at a position, with what they need besides. */
const atPosition: Readonly<Record<string, object>> = {
  "textDocument/completion": {},
  "textDocument/hover": {},
  "textDocument/signatureHelp": {},
  "textDocument/definition": {},
  "textDocument/references": { context: { includeDeclaration: true } },
  "textDocument/documentHighlight": {},
  "textDocument/prepareRename": {},
  "textDocument/rename": { newName: "other" },
  "textDocument/prepareCallHierarchy": {},
  "textDocument/onTypeFormatting": { ch: "\n", options: { tabSize: 4, insertSpaces: true } },
};

/** The methods that are asked of a whole document. */
const ofDocument: readonly string[] = [
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/documentLink",
  "textDocument/codeLens",
  "textDocument/semanticTokens/full",
];

const options = { tabSize: 4, insertSpaces: true };

for (const [name, client] of [
  ["a client that can do everything", full],
  ["a client that can do nothing", bare],
] as const) {
  test(`every method answers ${name}`, async (context) => {
    const session = await LspSession.start(context, files, {}, client);
    for (const path of Object.keys(files)) session.open(path);
    const answered = new Set<string>();
    for (const path of Object.keys(files))
      for (const method of await everything(session, path)) answered.add(method);
    // That a method has nothing to say anywhere here would be a fault of the method.
    const silent = [...Object.keys(atPosition), ...ofDocument].filter((method) => !answered.has(method));
    assert.deepEqual(
      silent.filter((method) => method !== "textDocument/onTypeFormatting"),
      [],
    );
    assert.deepEqual(
      session.log.filter((line) => line.includes("internal error")),
      [],
    );
  });

  test(`broken files do not break it for ${name}`, async (context) => {
    const session = await LspSession.start(context, broken, {}, client);
    for (const path of Object.keys(broken)) session.open(path);
    for (const path of Object.keys(broken)) await everything(session, path);
    session.change("pjsip.conf", "[60", "[6001]");
    session.change("extensions.conf", "[a", "[internal]");
    for (const path of Object.keys(broken)) await everything(session, path);
    assert.deepEqual(
      session.log.filter((line) => line.includes("internal error")),
      [],
    );
  });
}

/** Asks all methods at the beginning of every word and at the end of every line; answers those that had an answer. */
async function everything(session: LspSession, path: string): Promise<ReadonlySet<string>> {
  const answered = new Set<string>();
  const textDocument = { uri: session.uri(path) };
  const ask = async (method: string, params: object): Promise<void> => {
    const answer = await session.request(method, { textDocument, ...params }).catch((error: Error) => {
      // To refuse a rename with its reason is an answer.
      if (/rename/i.test(method)) return error.message;
      throw new Error(`${method}: ${error.message}`);
    });
    if (answer !== null && answer !== undefined && (!Array.isArray(answer) || answer.length > 0))
      answered.add(method);
  };
  for (const position of positionsOf(session.text(path)))
    for (const [method, more] of Object.entries(atPosition)) await ask(method, { position, ...more });
  for (const method of ofDocument) await ask(method, {});
  const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  await ask("textDocument/inlayHint", { range });
  await ask("textDocument/codeAction", { range, context: { diagnostics: [] } });
  await ask("textDocument/semanticTokens/range", { range });
  await ask("textDocument/formatting", { options });
  await ask("textDocument/rangeFormatting", { range, options });
  await ask("textDocument/selectionRange", { positions: [range.start] });
  await ask("workspace/symbol", { query: "" });
  return answered;
}

function positionsOf(text: string): { line: number; character: number }[] {
  return text.split("\n").flatMap((line, index) => {
    const starts = [...line.matchAll(/[\w${[(]+/g)].map((match) => match.index);
    return [...new Set([...starts, line.length])].map((character) => ({ line: index, character }));
  });
}

test("a lens tells its places once it is shown", async (context) => {
  const session = await LspSession.start(context, files, {}, full);
  session.open("pjsip.conf");
  const textDocument = { uri: session.uri("pjsip.conf") };
  const lenses: CodeLens[] = await session.request("textDocument/codeLens", { textDocument });
  const unresolved = lenses.filter(({ command }) => command === undefined);
  assert.ok(unresolved.length > 0);
  for (const lens of unresolved) {
    const { range, command }: CodeLens = await session.request("codeLens/resolve", lens);
    assert.deepEqual(range, lens.range);
    assert.equal(command?.command, "asterisk-analyzer.showReferences");
    assert.match(command.title, /reference|identified/);
    assert.ok(command.arguments?.[2].length > 0);
  }
});

test("the documentation of a proposal that nobody looks at any more is not worked out", async (context) => {
  const session = await LspSession.start(context, files, {}, full);
  session.open("pjsip.conf");
  const uri = session.uri("pjsip.conf");
  const data = { uri, topic: { of: "type", name: "endpoint" } };
  const wanted = session.cancellable("completionItem/resolve", { label: "endpoint", data });
  const answer = (await wanted.answer) as { readonly documentation?: unknown };
  assert.notEqual(answer.documentation, undefined);
  session.change("pjsip.conf", "[phone](!)\n", "[phone](!)\n;\n");
  const request = session.cancellable("completionItem/resolve", { label: "endpoint", data });
  request.cancel();
  await assert.rejects(request.answer, { code: -32800 });
});

test("what was asked and called off while somebody types is not worked out", async (context) => {
  const session = await LspSession.start(context, files, {}, full);
  session.open("extensions.conf");
  const params = { textDocument: { uri: session.uri("extensions.conf") } };
  const answers = [
    "textDocument/codeLens",
    "textDocument/documentSymbol",
    "textDocument/semanticTokens/full",
  ].map((method) => {
    session.change("extensions.conf", "[greet]\n", "[greet]\n;\n");
    const request = session.cancellable(method, params);
    request.cancel();
    return assert.rejects(request.answer, { code: -32800 }, method);
  });
  await Promise.all(answers);
});
