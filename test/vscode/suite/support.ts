// What the tests in VS Code have in common: files of the workspace, their problems, and waiting for events.

import assert from "node:assert/strict";
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Event,
  languages,
  Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";

export function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(path));
  await window.showTextDocument(document);
  return document;
}

/** The position in the middle of a piece of text, which the document has once, or of its nth occurrence. */
export function inside(document: TextDocument, piece: string, occurrence = 1): Position {
  let at = -1;
  for (let count = 0; count < occurrence; count++) at = document.getText().indexOf(piece, at + 1);
  assert.notEqual(at, -1, `there is no ${piece}`);
  const { line, character } = document.positionAt(at + Math.floor(piece.length / 2));
  return new Position(line, character);
}

/** The rule of a problem. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

export function find(uri: Uri, rule: string): Diagnostic | undefined {
  return languages.getDiagnostics(uri).find((one) => codeOf(one).startsWith(rule));
}

export function diagnostic({ uri }: { readonly uri: Uri }, rule: string): Promise<Diagnostic> {
  return until(`problem ${rule} in ${uri.path}`, () => find(uri, rule));
}

export function gone({ uri }: { readonly uri: Uri }, rule: string): Promise<true> {
  return until(`end of ${rule}`, () => (find(uri, rule) === undefined ? true : undefined));
}

/** Applies a fix once it is offered: an editor asks again as well when something about the document has changed. */
export async function applyFix(
  document: TextDocument,
  problem: Diagnostic,
  title: string | RegExp,
): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem.range,
      CodeActionKind.QuickFix.value,
      20,
    );
    const wanted = actions.find((action) =>
      typeof title === "string" ? action.title === title : title.test(action.title),
    );
    if (wanted?.edit !== undefined) {
      assert.ok(await workspace.applyEdit(wanted.edit), "the fix could not be applied");
      return;
    }
    const offered = actions.map((action) => action.title).join(", ");
    assert.ok(Date.now() - begun < 10_000, `no fix ${title} among: ${offered}`);
    await new Promise((go) => setTimeout(go, 200));
  }
}

/** Waits for an answer, asking whenever something happened; by default, when problems changed. */
export function until<Answer>(
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

/** Gives every file back as it was: no test sees what another one typed. */
export async function forget(): Promise<void> {
  // An editor that VS Code is about to open or close by itself cannot be closed just then.
  for (let left = 5; left > 0; left--) {
    try {
      return await closeAll();
    } catch (error) {
      if (left === 1) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

async function closeAll(): Promise<void> {
  while (workspace.textDocuments.some(({ isDirty, isClosed }) => isDirty && !isClosed)) {
    const document = workspace.textDocuments.find(({ isDirty }) => isDirty);
    if (document === undefined) break;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}
