// The extension in a real VS Code. Nothing here activates it: opening a file has to be enough.

import assert from "node:assert/strict";
import { type Diagnostic, DiagnosticSeverity, extensions, languages } from "vscode";
import { applyFix, codeOf, diagnostic, forget, gone, open, until, uriOf } from "./support.ts";

suite("Asterisk Analyzer", () => {
  teardown(forget);

  test("problems appear when a file is opened, without any activation by hand", async () => {
    const document = await open("ip-trunk/pjsip.conf");
    assert.equal(document.languageId, "asterisk-pjsip");
    const problem = await diagnostic(document, "codec/unknown-codec");
    assert.equal(problem.source, "asterisk-analyzer");
    assert.equal(problem.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(problem.range), "pcmu");
    assert.match(problem.message, /^The name of this codec is "ulaw", not "pcmu"/);
    assert.match(problem.message, /Asterisk logs: Cannot allow unknown format 'pcmu'/);
    assert.match(targetOf(problem), /\/rules\/codec\/unknown-codec\/$/);
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
});

function targetOf({ code }: Diagnostic): string {
  return typeof code === "object" ? code.target.toString() : "";
}
