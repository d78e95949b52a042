// Signature help: which argument of an application or function is being written.

import type { SignatureHelp, SignatureHelpParams } from "vscode-languageserver";
import { signatureAt } from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";
import { markup } from "../markup.ts";

export const signatureFeature: Feature = {
  capabilities: () => ({
    signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [")", "?", ":", "=", "^"] },
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
  const able = session.client().textDocument?.signatureHelp?.signatureInformation;
  const offsets = able?.parameterInformation?.labelOffsetSupport === true;
  // An index behind the last parameter: none of them is highlighted.
  const activeParameter = active ?? parameters.length;
  return {
    signatures: [
      {
        label,
        documentation: markup(documentation, able?.documentationFormat),
        parameters: parameters.map(({ start, end, documentation: text }) => ({
          label: offsets ? [start, end] : label.slice(start, end),
          documentation: markup(text, able?.documentationFormat),
        })),
        activeParameter,
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
}
