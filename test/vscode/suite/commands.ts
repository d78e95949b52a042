// The commands of the palette, the status in the status bar, and tasks.

import assert from "node:assert/strict";
import {
  commands,
  env as editor,
  type Position,
  Selection,
  type TextDocument,
  tasks,
  UIKind,
  version,
  window,
  workspace,
} from "vscode";
import { diagnostic, find, forget, gone, inside, open, until, uriOf } from "./support.ts";

suite("commands", () => {
  teardown(forget);

  test("all of them are there", async () => {
    await open("templates/pjsip.conf");
    const all = await commands.getCommands(true);
    for (const name of [
      "showEffective",
      "matchNumber",
      "explainLog",
      "checkWorkspace",
      "pickVersion",
      "restartServer",
      "openOutput",
    ])
      assert.ok(all.includes(`asterisk-analyzer.${name}`), name);
  });

  test("the effective configuration of the object at the cursor, without its secrets", async () => {
    const document = await open("templates/pjsip.conf");
    place(inside(document, "auth = 6001"));
    await commands.executeCommand("asterisk-analyzer.showEffective");
    const shown = await shownText(/6001/);
    assert.match(shown.getText(), /context\s*=\s*internal/);
    assert.match(shown.getText(), /pjsip\.conf:11/, "the place that a value comes from");
    assert.doesNotMatch(shown.getText(), /not-for-the-eyes-of-others/);
    assert.equal(shown.languageId, "asterisk-pjsip");
  });

  test("which extension takes a number", async () => {
    await open("templates/extensions.conf");
    const call = { context: "internal", number: "0301234" };
    await commands.executeCommand("asterisk-analyzer.matchNumber", call);
    const shown = await shownText(/0301234/);
    assert.match(shown.getText(), /_0X\./);
    assert.match(shown.getText(), /Gosub/);
  });

  test("a line of the log is explained", async () => {
    await open("templates/pjsip.conf");
    const line =
      "[Nov 21 10:00:00] ERROR[77]: config_options.c:799 in aco_process_var: Error parsing protocol=udb at line 5 of ";
    await commands.executeCommand("asterisk-analyzer.explainLog", line);
    const explained = await until(
      "the explanation",
      () =>
        workspace.textDocuments.find(
          ({ uri }) => uri.scheme === "asterisk-analyzer" && uri.path.endsWith(".md"),
        ),
      workspace.onDidOpenTextDocument,
    );
    assert.match(explained.getText(), /invalid-word/);
    assert.equal(explained.languageId, "markdown");
  });

  test("another target version finds other problems", async () => {
    const document = await open("templates/pjsip.conf");
    const settings = (): string =>
      workspace.getConfiguration("asterisk-analyzer", document.uri).get("asteriskVersion", "");
    await commands.executeCommand("asterisk-analyzer.pickVersion", "18");
    assert.equal(settings(), "18");
    await commands.executeCommand("asterisk-analyzer.pickVersion", "");
    assert.equal(settings(), "");
  });

  test("the whole workspace is checked, and stays so", async () => {
    const unopened = { uri: uriOf("not-open/pjsip.conf") };
    assert.equal(find(unopened.uri, "pjsip/invalid-word"), undefined);
    await open("templates/pjsip.conf");
    const result = await commands.executeCommand<{ installations: number; errors: number }>(
      "asterisk-analyzer.checkWorkspace",
    );
    assert.equal(result.installations, 6);
    assert.ok(result.errors > 0);
    const problem = await diagnostic(unopened, "pjsip/invalid-word");
    assert.equal(problem.message.split("\n").length, 3);
    // Files that are changed by others are looked at again, whether they are open or not.
    const bytes = await workspace.fs.readFile(unopened.uri);
    const mended = new TextDecoder().decode(bytes).replace("udb", "udp");
    await workspace.fs.writeFile(unopened.uri, new TextEncoder().encode(mended));
    await gone(unopened, "pjsip/invalid-word");
  });

  test("the server can be started anew", async () => {
    const document = await open("ip-trunk/pjsip.conf");
    await diagnostic(document, "pjsip/chan-sip-option");
    await commands.executeCommand("asterisk-analyzer.restartServer");
    await diagnostic(document, "pjsip/chan-sip-option");
  });

  test("the output can be seen", async () => {
    await commands.executeCommand("asterisk-analyzer.openOutput");
  });
});

suite("tasks", () => {
  test("the command line runs as a task", async () => {
    const found = await tasks.fetchTasks({ type: "asterisk-analyzer" });
    assert.deepEqual(
      found.map(({ name, problemMatchers }) => [name, problemMatchers]),
      [["check configuration", ["$asterisk-analyzer"]]],
    );
    // The oldest VS Code without a screen has no terminals.
    if (version.startsWith("1.100.") && editor.uiKind === UIKind.Web) return;
    const [task] = found;
    assert.ok(task);
    const ended = new Promise<number | undefined>((done) => {
      const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        listener.dispose();
        done(exitCode);
      });
    });
    await tasks.executeTask(task);
    assert.equal(await ended, 1, "lint finds errors in the examples");
  });
});

suite("documents without a file", () => {
  teardown(forget);

  test("a new text is checked as soon as its language is chosen", async () => {
    const content = "[phone]\ntype = endpoint\ndisallow = all\nallow = pcmu\n";
    const document = await workspace.openTextDocument({ language: "asterisk-pjsip", content });
    await window.showTextDocument(document);
    assert.equal(document.uri.scheme, "untitled");
    await diagnostic(document, "codec/unknown-codec");
  });
});

function place(position: Position): void {
  const { activeTextEditor } = window;
  assert.ok(activeTextEditor);
  activeTextEditor.selection = new Selection(position, position);
}

/** What a command shows beside the editor. */
function shownText(name: RegExp): Promise<TextDocument> {
  return until(
    `a read-only document ${name}`,
    () =>
      window.visibleTextEditors
        .map(({ document }) => document)
        .find(({ uri }) => uri.scheme === "asterisk-analyzer" && name.test(uri.path)),
    window.onDidChangeVisibleTextEditors,
  );
}
