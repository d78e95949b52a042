// Hover: what stands under the pointer, in Markdown or plain text as the client can show it.

import type { Hover, HoverParams } from "vscode-languageserver";
import { hoverAt } from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";
import { markup } from "../markup.ts";

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
  const contents = markup(found.markdown, session.client().textDocument?.hover?.contentFormat);
  return { contents, range: inspected.range(found.span) };
}
