// Rename, with the question whether something can be renamed.

import {
  ErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type FileEdit, renamable, rename } from "../../core/api.ts";
import type { Feature, Session } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";

export const renameFeature: Feature = {
  capabilities: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onPrepareRename(
      guard.around("prepare rename", null, ({ textDocument, position }): Refused<PrepareRenameResult> => {
        const inspected = inspect(session, textDocument.uri);
        const found = inspected && renamable(inspected.subject, inspected.offset(position));
        if (inspected === undefined || found === undefined) return null;
        if (typeof found === "string") return refusal(found);
        return { range: inspected.range(found.span), placeholder: found.name };
      }),
    );
    connection.onRenameRequest(
      guard.around("rename", null, ({ textDocument, position, newName }): Refused<WorkspaceEdit> => {
        const inspected = inspect(session, textDocument.uri);
        const edits = inspected && rename(inspected.subject, inspected.offset(position), newName);
        if (inspected === undefined || edits === undefined) return null;
        return typeof edits === "string" ? refusal(edits) : workspaceEdit(session, inspected, edits);
      }),
    );
  },
};

type Refused<Answer> = Answer | ResponseError<void> | null;

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

function workspaceEdit(session: Session, inspected: Inspected, edits: readonly FileEdit[]): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { file, span, text } of edits)
    byFile.set(file, [...(byFile.get(file) ?? []), { range: inspected.range(span, file), newText: text }]);
  if (session.client().workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries([...byFile].map(([file, list]) => [inspected.uri(file), list])) };
  return {
    documentChanges: [...byFile].map(([file, list]) => ({
      textDocument: { uri: inspected.uri(file), version: inspected.version(file) },
      edits: list,
    })),
  };
}
