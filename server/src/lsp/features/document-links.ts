// Links from includes, scripts and sounds to the files that they name.

import type { DocumentLink } from "vscode-languageserver";
import { type FileLink, fileLinks } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";

export const documentLinkFeature: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  listen: (session) => {
    session.connection.onDocumentLinks(
      session.guard.later("document links", [], ({ textDocument }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return [];
        const tooltips = session.client().textDocument?.documentLink?.tooltipSupport === true;
        return fileLinks(inspected.subject).map((link) => linkOf(inspected, link, tooltips));
      }),
    );
  },
};

/** A link leads to one file: the first. Its tooltip names them all. */
function linkOf(inspected: Inspected, { span, files }: FileLink, tooltips: boolean): DocumentLink {
  const link = { range: inspected.range(span), target: inspected.uri(files[0] ?? "") };
  return tooltips ? { ...link, tooltip: tooltip(files) } : link;
}

const mostNamed = 8;

function tooltip(files: readonly string[]): string {
  if (files.length === 1) return `Open ${files[0]}`;
  const named = files.slice(0, mostNamed).join(", ");
  const more = files.length - mostNamed;
  return `Open the first of ${files.length} files: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
