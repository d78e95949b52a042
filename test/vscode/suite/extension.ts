// The extension in a real VS Code. Nothing here activates it: opening a file has to be enough.

import assert from "node:assert/strict";
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Event,
  extensions,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";

suite("Asterisk Analyzer", () => {
  test("problems appear when a file is opened, without any activation by hand", async () => {
    const document = await open("ip-trunk/pjsip.conf");
    assert.equal(document.languageId, "asterisk-pjsip");
    const problem = await diagnostic(document, "codec/unknown-codec");
    assert.equal(problem.source, "asterisk-analyzer");
    assert.equal(problem.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(problem.range), "pcmu");
    assert.match(problem.message, /^The name of this codec is "ulaw", not "pcmu"/);
    assert.match(problem.message, /Asterisk logs: Cannot allow unknown format 'pcmu'/);
    assert.match(targetOf(problem), /\/codec\/unknown-codec\.md$/);
    assert.equal(extensions.getExtension("asterisk-analyzer.asterisk-analyzer")?.isActive, true);
  });

  test("a quick fix mends the file, and its problem goes", async () => {
    const document = await open("ip-trunk/pjsip.conf");
    const problem = await diagnostic(document, "codec/unknown-codec");
    await applyFix(document, problem, 'Change to "ulaw"');
    assert.match(document.getText(), /^allow = alaw,ulaw$/m);
    await gone(document, "codec/unknown-codec");
  });

  test("files of the same installation that are not open have their problems, too", async () => {
    await open("office/pjsip.conf");
    const included = uriOf("office/pjsip.d/phones.conf");
    const found = await until("problems of the included file", () => {
      const all = languages.getDiagnostics(included);
      return all.length > 0 ? all : undefined;
    });
    assert.ok(found.some((one) => codeOf(one) === "config/no-equals"));
  });

  test("languages are told by the names of files", async () => {
    for (const [path, language] of [
      ["office/extensions.conf", "asterisk-dialplan"],
      ["office/voicemail.conf", "asterisk-conf"],
      ["office/pjsip.conf", "asterisk-pjsip"],
    ] as const)
      assert.equal((await open(path)).languageId, language, path);
  });

  test("a trunk without identify gets one from its quick fix", async () => {
    const document = await open("no-identify/pjsip.conf");
    const problem = await diagnostic(document, "identify/");
    await applyFix(document, problem, /identify/i);
    assert.match(document.getText(), /type\s*=\s*identify/);
    assert.match(document.getText(), /match\s*=\s*198\.51\.100\.10/);
    await gone(document, "identify/");
    assert.deepEqual(languages.getDiagnostics(document.uri).map(codeOf), []);
  });

  test("the server can be started anew", async () => {
    const document = await open("ip-trunk/pjsip.conf");
    await diagnostic(document, "pjsip/chan-sip-option");
    await commands.executeCommand("asterisk-analyzer.restartServer");
    await diagnostic(document, "pjsip/chan-sip-option");
  });
});

function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return Uri.joinPath(folder.uri, path);
}

async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(path));
  await window.showTextDocument(document);
  return document;
}

/** The rule of a problem. */
function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

function targetOf({ code }: Diagnostic): string {
  return typeof code === "object" ? code.target.toString() : "";
}

function find(document: TextDocument, rule: string): Diagnostic | undefined {
  return languages.getDiagnostics(document.uri).find((one) => codeOf(one).startsWith(rule));
}

function diagnostic(document: TextDocument, rule: string): Promise<Diagnostic> {
  return until(`problem ${rule} in ${document.fileName}`, () => find(document, rule));
}

function gone(document: TextDocument, rule: string): Promise<true> {
  return until(`end of ${rule}`, () => (find(document, rule) === undefined ? true : undefined));
}

async function applyFix(document: TextDocument, problem: Diagnostic, title: string | RegExp): Promise<void> {
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    problem.range,
    CodeActionKind.QuickFix.value,
  );
  const wanted = actions.find((action) =>
    typeof title === "string" ? action.title === title : title.test(action.title),
  );
  assert.ok(wanted?.edit, `no fix ${title} among: ${actions.map((action) => action.title).join(", ")}`);
  assert.ok(await workspace.applyEdit(wanted.edit), "the fix could not be applied");
}

/** Waits for an answer, asking whenever the problems change. */
function until<Answer>(
  what: string,
  ask: () => Answer | undefined,
  event: Event<unknown> = languages.onDidChangeDiagnostics,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const subscription = event(look);
    const timer = setTimeout(() => {
      subscription.dispose();
      const all = languages
        .getDiagnostics()
        .flatMap(([uri, list]) => list.map((one) => `${uri.path} ${codeOf(one)}`));
      fail(new Error(`not within 20 s: ${what}; there are:\n${all.join("\n")}`));
    }, 20_000);
    look();

    function look(): void {
      const answer = ask();
      if (answer === undefined) return;
      subscription.dispose();
      clearTimeout(timer);
      done(answer);
    }
  });
}
