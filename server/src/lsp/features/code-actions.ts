// Quick fixes: the fixes of the problems at a place, as edits of one or several files.

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Problem } from "../../core/api.ts";
import type { Feature } from "../feature.ts";
import type { OpenDocuments } from "../open-documents.ts";
import { pathFrom, placeOf } from "../places.ts";
import { ShownProblems } from "../shown-problems.ts";
import type { Workspace } from "../workspace.ts";

export const codeActionFeature: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  listen: ({ connection, workspace, documents, guard }) => {
    connection.onCodeAction(
      guard.around("code actions", [], (params) => codeActions(params, workspace, documents)),
    );
  },
};

function codeActions(
  { textDocument, range, context }: CodeActionParams,
  workspace: Workspace,
  documents: OpenDocuments,
): CodeAction[] {
  const wanted = context.only?.some((kind) => kind === "" || kind === CodeActionKind.QuickFix) ?? true;
  const place = placeOf(textDocument.uri);
  if (!wanted || documents.at(place) === undefined) return [];
  const snapshot = workspace.installationOf(place);
  const shown = new ShownProblems(snapshot, documents);
  const path = pathFrom(snapshot.folder, place);
  return snapshot.problems
    .filter((problem) => problem.file === path && problem.fixes.length > 0)
    .filter((problem) => touches(shown.textOf(path).range(problem.span), range))
    .flatMap((problem) => actionsOf(problem, shown));
}

function actionsOf(problem: Problem, shown: ShownProblems): CodeAction[] {
  const diagnostics = [shown.diagnostic(problem)];
  return problem.fixes.flatMap(({ safe, edits }, index) => {
    const edit = workspaceEdit(edits, shown);
    if (edit === undefined) return [];
    const title = shown.titleOf(problem, index);
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: safe, edit }];
  });
}

/** Undefined where nothing is left that an editor could change. */
function workspaceEdit(
  edits: Problem["fixes"][number]["edits"],
  shown: ShownProblems,
): WorkspaceEdit | undefined {
  const byFile = new Map<string, TextEdit[]>();
  for (const { file, span, text } of edits) {
    const edit = shown.textOf(file).edit(span, text);
    if (edit === undefined) continue;
    const known = byFile.get(file);
    if (known === undefined) byFile.set(file, [edit]);
    else known.push(edit);
  }
  if (byFile.size === 0) return undefined;
  const documentChanges = [...byFile].map(
    ([file, fileEdits]): TextDocumentEdit => ({
      textDocument: { uri: shown.uri(file), version: shown.version(file) },
      edits: fileEdits,
    }),
  );
  return { documentChanges };
}

function touches(left: Range, right: Range): boolean {
  return !isBefore(left.end, right.start) && !isBefore(right.end, left.start);
}

function isBefore(left: Range["start"], right: Range["start"]): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
