// Hover: what stands under the pointer, in Markdown or plain text as the client can show it.

import { type ClientCapabilities, type Hover, type HoverParams, MarkupKind } from "vscode-languageserver";
import { hoverAt, plainText } from "../../core/api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";

export const hoverFeature: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  listen: (session) => {
    session.connection.onHover(
      session.guard.around("hover", null, (params: HoverParams) => hover(session, params)),
    );
  },
};

function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const inspected = inspect(session, textDocument.uri);
  if (inspected === undefined) return null;
  const found = hoverAt(inspected.subject, inspected.offset(position));
  if (found === undefined) return null;
  const contents = showsMarkdown(session.client())
    ? { kind: MarkupKind.Markdown, value: found.markdown }
    : { kind: MarkupKind.PlainText, value: plainText(found.markdown) };
  return { contents, range: inspected.range(found.span) };
}

/** A client that does not say what it can show gets what every client can. */
function showsMarkdown({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
}
