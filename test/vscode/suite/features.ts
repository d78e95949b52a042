// What the language server answers to an editor, asked through the commands that VS Code itself uses.

import assert from "node:assert/strict";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CodeLens,
  CompletionItemKind,
  type CompletionList,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  type MarkdownString,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SignatureHelp,
  type SymbolInformation,
  type TextDocument,
  type TextEdit,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { forget, inside, open, uriOf } from "./support.ts";

suite("language features", () => {
  teardown(forget);

  test("options that an object does not have yet are completed", async () => {
    const document = await open("templates/pjsip.conf");
    await insert(document, "max_contacts = 1\n", "max_contacts = 1\nqual\n");
    const list = await ask<CompletionList>(
      "CompletionItem",
      document,
      inside(document, "qual").translate(0, 2),
    );
    const labels = proposals(list);
    assert.ok(labels.includes("qualify_frequency"), labels.slice(0, 20).join(", "));
    assert.ok(!labels.includes("max_contacts"), "an option that is set already");
  });

  test("names of objects are completed", async () => {
    const document = await open("templates/pjsip.conf");
    const list = await ask<CompletionList>(
      "CompletionItem",
      document,
      inside(document, "aors = 6001").translate(0, 6),
    );
    const labels = proposals(list);
    assert.ok(labels.includes("6001"), labels.slice(0, 20).join(", "));
  });

  test("an option explains itself", async () => {
    const document = await open("templates/pjsip.conf");
    const hovers = await ask<Hover[]>("Hover", document, inside(document, "max_contacts"));
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((one) => (typeof one === "string" ? one : (one as MarkdownString).value))
      .join("\n");
    assert.match(text, /max_contacts/);
  });

  test("an application shows its arguments", async () => {
    const document = await open("templates/extensions.conf");
    const help = await commands.executeCommand<SignatureHelp>(
      "vscode.executeSignatureHelpProvider",
      document.uri,
      inside(document, "PJSIP/6001,30").translate(0, 6),
      ",",
    );
    assert.match(help.signatures[0]?.label ?? "", /^Dial\(/);
    assert.equal(help.activeParameter, 1);
  });

  test("a definition is found, in another file, too", async () => {
    const endpoint = await open("templates/pjsip.conf");
    const context = await ask<(Location | LocationLink)[]>(
      "Definition",
      endpoint,
      inside(endpoint, "context = internal").translate(0, 4),
    );
    assert.deepEqual(context.map(placeOf), ["extensions.conf:1"]);
    const dialplan = await open("templates/extensions.conf");
    const dialled = await ask<(Location | LocationLink)[]>(
      "Definition",
      dialplan,
      inside(dialplan, "PJSIP/6001").translate(0, 3),
    );
    assert.ok(dialled.map(placeOf).includes("pjsip.conf:15"), dialled.map(placeOf).join(", "));
  });

  test("references are found across files", async () => {
    const document = await open("templates/extensions.conf");
    const found = await ask<Location[]>("Reference", document, inside(document, "[internal]"));
    assert.ok(found.map(placeOf).includes("pjsip.conf:11"), found.map(placeOf).join(", "));
  });

  test("the same name is highlighted", async () => {
    const document = await open("templates/extensions.conf");
    const found = await commands.executeCommand<DocumentHighlight[]>(
      "vscode.executeDocumentHighlights",
      document.uri,
      inside(document, "[outbound]"),
    );
    const lines = found.map(({ range }) => range.start.line + 1).sort((left, right) => left - right);
    assert.deepEqual(lines, [5, 9], "not the word in the comment");
  });

  test("a name is changed in all files at once", async () => {
    const document = await open("templates/extensions.conf");
    const edit = await commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      inside(document, "[internal]"),
      "phones",
    );
    assert.ok(await workspace.applyEdit(edit));
    assert.match(document.getText(), /^\[phones\]$/m);
    const other = await workspace.openTextDocument(uriOf("templates/pjsip.conf"));
    assert.match(other.getText(), /^context = phones$/m);
  });

  test("a file is formatted, and means the same", async () => {
    const document = await open("templates/pjsip.conf");
    await insert(document, "type = auth\n", "type=auth   \n");
    const edits = await commands.executeCommand<TextEdit[]>(
      "vscode.executeFormatDocumentProvider",
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const change = new WorkspaceEdit();
    change.set(document.uri, edits);
    assert.ok(await workspace.applyEdit(change));
    assert.match(document.getText(), /^type = auth$/m);
  });

  test("a file has an outline, and the workspace an index", async () => {
    const document = await open("templates/extensions.conf");
    const outline = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.deepEqual(
      outline.map(({ name }) => name),
      ["internal", "outbound"],
    );
    const found = await commands.executeCommand<SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "outbound",
    );
    assert.ok(found.some(({ name }) => name === "outbound"));
  });

  test("sections fold, and a selection grows", async () => {
    const document = await open("templates/pjsip.conf");
    const ranges = await commands.executeCommand<FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    assert.ok(ranges.some(({ start }) => start === 14));
    const [selection] = await commands.executeCommand<SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [inside(document, "not-for-the-eyes")],
    );
    assert.ok(selection?.parent);
  });

  test("an include leads to its file", async () => {
    const document = await open("office/pjsip.conf");
    const links = await commands.executeCommand<DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
      10,
    );
    assert.ok(links.some(({ target }) => target?.path.endsWith("/pjsip.d/phones.conf")));
  });

  test("numbers of priorities stand in the text", async () => {
    const document = await open("templates/extensions.conf");
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<InlayHint[]>(
      "vscode.executeInlayHintProvider",
      document.uri,
      whole,
    );
    const texts = hints.map(({ label }) =>
      typeof label === "string" ? label : label.map(({ value }) => value).join(""),
    );
    assert.ok(
      texts.some((text) => /2/.test(text)),
      texts.join(" | "),
    );
  });

  test("lenses say where things are used", async () => {
    const document = await open("templates/extensions.conf");
    const lenses = await commands.executeCommand<CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    );
    assert.ok(lenses.some(({ command }) => command !== undefined && command.title !== ""));
  });

  test("names have their colours", async () => {
    const document = await open("templates/extensions.conf");
    const { data } = await commands.executeCommand<SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      document.uri,
    );
    assert.ok(data.length > 20);
  });

  test("a routine knows who calls it", async () => {
    const document = await open("templates/extensions.conf");
    const [item] = await commands.executeCommand<CallHierarchyItem[]>(
      "vscode.prepareCallHierarchy",
      document.uri,
      inside(document, "[outbound]"),
    );
    assert.ok(item);
    const calls = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      "vscode.provideIncomingCalls",
      item,
    );
    assert.deepEqual(
      calls.map(({ from }) => from.name),
      ["internal"],
    );
  });
});

function ask<Answer>(
  what: string,
  { uri }: TextDocument,
  position: ReturnType<typeof inside>,
): Promise<Answer> {
  return Promise.resolve(commands.executeCommand<Answer>(`vscode.execute${what}Provider`, uri, position));
}

/** What is proposed; the editor itself adds words of open texts. */
function proposals({ items }: CompletionList): string[] {
  return items
    .filter(({ kind }) => kind !== CompletionItemKind.Text)
    .map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** File and line of a place. */
function placeOf(place: Location | LocationLink): string {
  const [uri, range] =
    "targetUri" in place
      ? [place.targetUri, place.targetSelectionRange ?? place.targetRange]
      : [place.uri, place.range];
  return `${uri.path.replace(/^.*\//, "")}:${range.start.line + 1}`;
}

/** Changes a piece of a document, as somebody who types. */
async function insert(document: TextDocument, before: string, after: string): Promise<void> {
  const at = document.getText().indexOf(before);
  assert.notEqual(at, -1);
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(at), document.positionAt(at + before.length)),
    after,
  );
  assert.ok(await workspace.applyEdit(edit));
}
