// Edits of the core in the form that a client takes.

import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
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
  /** What the user is asked to confirm, where the client can ask. */
  readonly question?: { readonly label: string; readonly description: string };
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
  const { documentChanges, snippetEditSupport, changeAnnotationSupport } =
    client.workspace?.workspaceEdit ?? {};
  const asks = documentChanges === true && changeAnnotationSupport !== undefined;
  const questions: Record<string, ChangeAnnotation> = {};
  const byFile = new Map<string, (TextEdit | SnippetTextEdit | AnnotatedTextEdit)[]>();
  for (const { file, span, text, question } of edits) {
    const isSnippet = snippet !== undefined && documentChanges === true && snippetEditSupport === true;
    const edit = inspected.text(file).edit(span, isSnippet ? snippet : text);
    if (edit === undefined) continue;
    const known = byFile.get(file) ?? [];
    byFile.set(file, known);
    if (isSnippet) known.push({ range: edit.range, snippet: { kind: "snippet", value: edit.newText } });
    else if (question !== undefined && asks) {
      questions[question.label] = { ...question, needsConfirmation: true };
      known.push({ ...edit, annotationId: question.label });
    } else known.push(edit);
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
    ...(Object.keys(questions).length > 0 ? { changeAnnotations: questions } : {}),
  };
}
