// The language server as editors use it: the bundle is driven over standard input and output.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyEdits, groupOf, rules } from "../server/src/core/api.ts";
import { EditorText } from "../server/src/lsp/editor-text.ts";
import { problemsOf } from "./support/installation.ts";
import { LspSession } from "./support/lsp-session.ts";
import { readPages } from "./support/pages.ts";

const trunk = `[provider]
type = endpoint
context = from-provider
disallow = all
allow = alaw,pcmu
`;
const dialplan = "[from-provider]\nexten => s,1,Hangup()\n";
/** Only what is wrong with lines and values: what a file lacks is the matter of other tests. */
const groups = [...new Set(rules.map(({ id }) => groupOf(id)))];
const only = {
  rules: Object.fromEntries(
    groups.filter((group) => !["config", "pjsip", "codec"].includes(group)).map((group) => [group, "off"]),
  ),
};

test("a mistake appears when a file is opened and goes when it is mended", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": trunk, "extensions.conf": dialplan }, only);
  session.open("pjsip.conf");
  const [diagnostic] = await session.diagnostics("pjsip.conf");
  assert.ok(diagnostic);
  const { message, ...rest } = diagnostic;
  assert.ok(typeof message === "string");
  assert.deepEqual(rest, {
    range: { start: { line: 4, character: 13 }, end: { line: 4, character: 17 } },
    severity: 1,
    code: "codec/unknown-codec",
    codeDescription: {
      href: `${homepage()}/rules/codec/unknown-codec/`,
    },
    source: "asterisk-analyzer",
  });
  assert.match(
    message,
    /^The name of this codec is "ulaw", not "pcmu": Asterisk drops endpoint "provider"\n/,
  );
  assert.match(message, /\nAsterisk logs: Cannot allow unknown format 'pcmu'\n/);
  session.change("pjsip.conf", "pcmu", "ulaw");
  assert.deepEqual(await session.problems("pjsip.conf"), []);
});

test("quick fixes give a clean text", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": trunk }, only);
  session.open("pjsip.conf");
  await session.diagnostics("pjsip.conf");
  const actions = await session.actions("pjsip.conf", "pcmu");
  assert.deepEqual(
    actions.map(({ title, kind, isPreferred, diagnostics }) => [
      title,
      kind,
      isPreferred,
      diagnostics?.map(({ code }) => code),
    ]),
    [
      ['Change to "ulaw"', "quickfix", true, ["codec/unknown-codec"]],
      ...["for this line", "for this section"].map((where) => [
        `Ignore codec/unknown-codec ${where}`,
        "quickfix",
        false,
        ["codec/unknown-codec"],
      ]),
    ],
  );
  assert.deepEqual(await session.actions("pjsip.conf", "context"), []);
  assert.deepEqual(await session.actions("pjsip.conf", "pcmu", ["refactor"]), []);
  assert.equal((await session.actions("pjsip.conf", "pcmu", ["quickfix"])).length, 3);
  const [action] = actions;
  assert.ok(action);
  session.apply(action);
  assert.equal(session.text("pjsip.conf"), trunk.replace("pcmu", "ulaw"));
  assert.deepEqual(await session.problems("pjsip.conf"), []);
});

test("quick fixes follow a text that was changed a moment ago", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": trunk }, only);
  session.open("pjsip.conf");
  await session.diagnostics("pjsip.conf");
  session.change("pjsip.conf", "type = endpoint\n", "type = endpoint\n\n\n");
  const [action] = await session.actions("pjsip.conf", "pcmu");
  assert.ok(action);
  session.apply(action);
  assert.match(session.text("pjsip.conf"), /^allow = alaw,ulaw$/m);
});

test("files that are included are judged with the file that includes them", async (context) => {
  const session = await LspSession.start(
    context,
    {
      "pbx/pjsip.conf": "[phone](!)\ntype = endpoint\nallow = alaw\n#include pjsip.d/*.conf\n",
      "pbx/pjsip.d/a b.conf": "[6001](phone)\nalow = ulaw\n",
      "pbx/pjsip.d/c.conf": "[6002](fone)\n",
      "other/pjsip.conf": "[x]\ntype=endpint\n",
    },
    only,
  );
  session.open("pbx/pjsip.conf");
  assert.deepEqual(await session.problems("pbx/pjsip.conf"), []);
  const codes = (path: string): unknown => session.shown(path).map(({ code }) => code);
  await session.until("a problem in c.conf", () => session.shown("pbx/pjsip.d/c.conf").length > 0);
  assert.deepEqual(codes("pbx/pjsip.d/c.conf"), ["config/unknown-template"]);
  assert.deepEqual(codes("other/pjsip.conf"), []);

  // The buffer of an included file stands in for the file.
  session.open("pbx/pjsip.d/c.conf");
  session.change("pbx/pjsip.d/c.conf", "fone", "phone");
  assert.deepEqual(await session.problems("pbx/pjsip.d/c.conf"), []);
  await session.until(
    "a problem in a b.conf",
    () =>
      session.shown("pbx/pjsip.d/a%20b.conf").length > 0 || session.shown("pbx/pjsip.d/a b.conf").length > 0,
  );

  // Closed without saving, the file on disk counts again.
  session.close("pbx/pjsip.d/c.conf");
  await session.until("the problem again", () => session.shown("pbx/pjsip.d/c.conf").length > 0);

  // The file is mended by another program.
  writeFileSync(join(session.directory, "pbx/pjsip.d/c.conf"), "[6002](phone)\n");
  session.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: session.uri("pbx/pjsip.d/c.conf"), type: 2 }],
  });
  await session.until("no problem", () => session.shown("pbx/pjsip.d/c.conf").length === 0);

  // Nothing is left behind by an installation that nobody looks at.
  session.close("pbx/pjsip.conf");
  await session.until("nothing", () => session.shown("pbx/pjsip.d/a b.conf").length === 0);
});

test("an included file finds its installation by itself", async (context) => {
  const session = await LspSession.start(
    context,
    {
      "pjsip.conf": "[phone](!)\ntype = endpoint\nallow = alaw\n#include pjsip.d/phones/a.conf\n",
      "pjsip.d/phones/a.conf": "[6001](phone)\nalow = ulaw\n",
      "pjsip.d/phones/unread.conf": "[6001](fone)\nalow ulaw\n",
    },
    only,
  );
  session.open("pjsip.d/phones/a.conf");
  assert.deepEqual(await session.problems("pjsip.d/phones/a.conf"), ["2:1-5 error pjsip/unknown-option"]);
  // Nobody knows what stands around a file that nothing includes: its template may exist.
  session.open("pjsip.d/phones/unread.conf");
  assert.deepEqual(await session.problems("pjsip.d/phones/unread.conf"), [
    "1:1-13 information config/not-included",
    "2:1-10 error config/no-equals",
  ]);
});

test("settings decide about version and rules, and a change counts at once", async (context) => {
  const session = await LspSession.start(
    context,
    { "pjsip.conf": "[a]\ntype=endpoint\nallow=alaw,alaw\nsuppress_moh_on_sendonly=yes\n" },
    { ...only, asteriskVersion: "18" },
  );
  session.open("pjsip.conf");
  const older = ["3:12-16 hint codec/duplicate-codec", "4:1-25 error pjsip/option-not-in-version"];
  await session.until("the problems of 18", () => session.shown("pjsip.conf").length === 2);
  assert.deepEqual(await session.problems("pjsip.conf"), older);
  session.settings = {
    asteriskVersion: "23",
    rules: { ...only.rules, "codec/duplicate-codec": "error", pjsip: "loud" },
  };
  session.notify("workspace/didChangeConfiguration", { settings: null });
  await session.until("the problems of 23", () => session.shown("pjsip.conf").length === 1);
  assert.deepEqual(await session.problems("pjsip.conf"), ["3:12-16 error codec/duplicate-codec"]);
  assert.ok(
    session.log.some((line) => line.includes('asterisk-analyzer.rules: "pjsip" has to be one of off')),
  );
  session.settings = { rules: { ...only.rules, codec: "off" } };
  session.notify("workspace/didChangeConfiguration", { settings: null });
  await session.until("none", () => session.shown("pjsip.conf").length === 0);
});

test("the addresses of providers come from the settings", async (context) => {
  const provider = ["198.51.100.10", "198.51.100.32/28", "nowhere"];
  const pjsip = `[provider]
type = endpoint
allow = !all,alaw
identify_by = ip
[provider]
type = identify
endpoint = provider
match = 198.51.100.10
`;
  const session = await LspSession.start(context, { "pjsip.conf": pjsip }, { providers: { provider } });
  session.open("pjsip.conf");
  const codes = (): unknown[] => session.shown("pjsip.conf").map(({ code }) => code);
  await session.until("the missing match", () => codes().includes("identify/provider-not-matched"));
  const [action] = await session.actions("pjsip.conf", "provider]\ntype = identify", ["quickfix"]);
  assert.ok(action);
  session.apply(action);
  assert.match(session.text("pjsip.conf"), /\nmatch = 198\.51\.100\.32\/28\n/);
  await session.until("the end of it", () => !codes().includes("identify/provider-not-matched"));
  assert.ok(session.log.some((line) => line.includes('"nowhere" of "provider" is neither')));
});

test("applications of modules of one's own come from the settings", async (context) => {
  const extensions = "[a]\nexten => 1,1,OurBilling(1)\n same => n,Hangip()\n";
  const knownApplications = ["OurBilling", 5];
  const session = await LspSession.start(context, { "extensions.conf": extensions }, { knownApplications });
  session.open("extensions.conf");
  await session.until("the other one", () => session.shown("extensions.conf").length > 0);
  assert.deepEqual(
    session.shown("extensions.conf").map(({ range }) => range.start.line),
    [2],
  );
});

test("positions and edits fit CRLF, byte-order marks and characters of two units", async (context) => {
  const lines = [
    "[trünk-😀]",
    "type = endpoint",
    "callerid = 😀 <1> ; 😀",
    "nat = yes",
    "allow = alaw,pcmu",
    "",
  ];
  const crlf = lines.join("\r\n");
  const session = await LspSession.start(
    context,
    { "pjsip.conf": `\ufeff${crlf}`, "a/pjsip.conf": crlf },
    only,
  );
  for (const path of ["pjsip.conf", "a/pjsip.conf"]) {
    session.open(path, crlf);
    assert.deepEqual(await session.problems(path), [
      "4:1-4 error pjsip/chan-sip-option",
      "5:14-18 error codec/unknown-codec",
    ]);
    const [nat] = await session.actions(path, "nat");
    assert.ok(nat);
    const text = session.apply(nat)[path] ?? "";
    assert.equal(text.replaceAll("\r\n", "").search(/[\r\n]/), -1, JSON.stringify(text));
    assert.match(text, /\r\nrtp_symmetric = yes\r\nallow = alaw,pcmu\r\n$/);
  }
});

test("every fix of every page means the same to an editor, with either kind of line break", () => {
  let fixes = 0;
  for (const { id, examples } of readPages()) {
    for (const lineBreak of ["\n", "\r\n"]) {
      for (const { files } of examples) {
        const texts = [...files].map(([path, text]): [string, string] => [
          path,
          text.replace(/\r?\n/g, lineBreak),
        ]);
        for (const fix of problemsOf(new Map(texts)).flatMap((problem) => problem.fixes)) {
          for (const [path, text] of texts) {
            const edits = fix.edits.filter(({ file }) => file === path);
            if (edits.length === 0) continue;
            const sorted = [...edits].sort((left, right) => left.span.start - right.span.start);
            const editorText = new EditorText(text, false);
            const edited = TextDocument.applyEdits(
              TextDocument.create("file:///x", "", 1, text),
              edits.flatMap(({ span, text: written }) => editorText.edit(span, written) ?? []),
            );
            assert.equal(unified(edited), unified(applyEdits(text, sorted)), `${id}: ${fix.title}`);
            if (!/\r(?!\n)/.test(text))
              assert.equal(edited.replaceAll(lineBreak, "").search(/[\r\n]/), -1, `${id}: ${fix.title}`);
            fixes++;
          }
        }
      }
    }
  }
  assert.ok(fixes > 100, `${fixes} fixes`);
});

test("a change in the first line of a file with a byte-order mark is one column to the left", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": "\ufeff[a](b)\n" }, only);
  session.open("pjsip.conf", "[a](b)\n");
  assert.deepEqual(await session.problems("pjsip.conf"), ["1:5-6 error config/unknown-template"]);
});

test("passwords are shown nowhere", async (context) => {
  const session = await LspSession.start(
    context,
    { "pjsip.conf": "[a]\ntype=auth\nusername=a\npassword=blue;kettle-42\npasword=green-kettle-43\n" },
    only,
  );
  session.open("pjsip.conf");
  const diagnostics = await session.diagnostics("pjsip.conf");
  assert.ok(diagnostics.length >= 2);
  const titles = (await session.actions("pjsip.conf", ";kettle-42")).map(({ title }) => title);
  assert.ok(titles.length > 0);
  assert.doesNotMatch(JSON.stringify([diagnostics, titles, session.log]), /kettle/);
});

test("what nobody expects does not take the server down", async (context) => {
  const session = await LspSession.start(context, { "pjsip.conf": trunk }, { rules: [], asteriskVersion: 7 });
  for (const params of [{}, { textDocument: 7 }, { textDocument: { uri: "%%%", text: 1 } }]) {
    for (const method of ["didOpen", "didChange", "didClose", "didSave", "willSave"])
      session.notify(`textDocument/${method}`, params);
    session.notify("workspace/didChangeWatchedFiles", params);
    session.notify("workspace/didChangeConfiguration", params);
    session.notify("workspace/didChangeWorkspaceFolders", params);
    assert.deepEqual(await session.request("textDocument/codeAction", params), []);
  }
  await assert.rejects(session.request("textDocument/nonsense", {}));
  for (const uri of [
    "untitled:Untitled-1",
    "file:///",
    "file://server/share/x.conf",
    "vscode-vfs://a/b/pjsip.conf",
  ])
    session.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "asterisk-pjsip", version: 1, text: "[a](b)\n" },
    });
  session.process.stdin.write('Content-Length: 9\r\n\r\n{"json":}');
  session.open("pjsip.conf");
  assert.ok((await session.problems("pjsip.conf")).includes("5:14-18 error codec/unknown-codec"));
  assert.equal(await session.end(), 0);
});

function homepage(): string {
  return JSON.parse(readFileSync("package.json", "utf8")).homepage;
}

/** A text whose line breaks are all of one kind. */
function unified(text: string): string {
  return text.replace(/\r\n|\r/g, "\n");
}
