// Rename, with the question whether something can be renamed.

import {
  ErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { renamable, rename } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { inspect } from "../inspect.ts";
import { workspaceEdit } from "../workspace-edits.ts";

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
        return typeof edits === "string"
          ? refusal(edits)
          : (workspaceEdit(edits, inspected, session.client()) ?? null);
      }),
    );
  },
};

type Refused<Answer> = Answer | ResponseError<void> | null;

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}
