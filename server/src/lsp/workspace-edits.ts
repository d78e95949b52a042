// Edits of the core in the form that a client takes.

import type {
  ClientCapabilities,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Span } from "../core/api.ts";
import type { Inspected } from "./inspect.ts";

interface FileEdit {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

/**
 * Undefined where nothing is left that an editor could change. `snippet` is the text of the only edit with places to
 * fill in, for a client that knows such edits.
 */
export function workspaceEdit(
  edits: readonly FileEdit[],
  inspected: Inspected,
  client: ClientCapabilities,
  snippet?: string,
): WorkspaceEdit | undefined {
  const { documentChanges, snippetEditSupport } = client.workspace?.workspaceEdit ?? {};
  const byFile = new Map<string, (TextEdit | SnippetTextEdit)[]>();
  for (const { file, span, text } of edits) {
    const isSnippet = snippet !== undefined && documentChanges === true && snippetEditSupport === true;
    const edit = inspected.text(file).edit(span, isSnippet ? snippet : text);
    if (edit === undefined) continue;
    const known = byFile.get(file) ?? [];
    byFile.set(file, known);
    known.push(isSnippet ? { range: edit.range, snippet: { kind: "snippet", value: edit.newText } } : edit);
  }
  if (byFile.size === 0) return undefined;
  if (documentChanges !== true) {
    const changes = [...byFile].map(([file, fileEdits]) => [
      inspected.uri(file),
      fileEdits.filter((edit) => "newText" in edit),
    ]);
    return { changes: Object.fromEntries(changes) };
  }
  return {
    documentChanges: [...byFile].map(
      ([file, fileEdits]): TextDocumentEdit => ({
        textDocument: { uri: inspected.uri(file), version: inspected.version(file) },
        edits: fileEdits,
      }),
    ),
  };
}
