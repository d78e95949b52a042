// Signature help: which argument of an application or function is being written.

import { MarkupKind, type SignatureHelp, type SignatureHelpParams } from "vscode-languageserver";
import { signatureAt } from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";

export const signatureFeature: Feature = {
  capabilities: () => ({
    signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [")", "?", "=", "^"] },
  }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onSignatureHelp(guard.around("signature", null, (params) => help(session, params)));
  },
};

function help(session: Session, { textDocument, position }: SignatureHelpParams): SignatureHelp | null {
  const inspected = inspect(session, textDocument.uri);
  if (inspected === undefined) return null;
  const signature = signatureAt(inspected.subject, inspected.offset(position));
  if (signature === undefined) return null;
  const { label, documentation, parameters, active } = signature;
  // An index behind the last parameter: none of them is highlighted.
  const activeParameter = active ?? parameters.length;
  return {
    signatures: [
      {
        label,
        documentation: { kind: MarkupKind.Markdown, value: documentation },
        parameters: parameters.map((parameter) => ({
          label: [parameter.start, parameter.end],
          documentation: { kind: MarkupKind.Markdown, value: parameter.documentation },
        })),
        activeParameter,
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
}
