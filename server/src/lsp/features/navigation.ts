// Go to definition, find references, highlight.

import {
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
} from "vscode-languageserver";
import { definitions, highlights, type Location as Place, references } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";

const highlightKinds = {
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
  text: DocumentHighlightKind.Text,
};

export const navigationFeature: Feature = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onDefinition(
      guard.around("definition", null, ({ textDocument, position }): Location[] | DefinitionLink[] | null => {
        const inspected = inspect(session, textDocument.uri);
        const found = inspected && definitions(inspected.subject, inspected.offset(position));
        if (inspected === undefined || found === undefined) return null;
        const links = session.client().textDocument?.definition?.linkSupport === true;
        if (!links) return found.targets.map((place) => locationOf(inspected, place));
        return found.targets.map((place): LocationLink => {
          const { uri, range } = locationOf(inspected, place);
          const originSelectionRange = inspected.range(found.origin);
          return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range };
        });
      }),
    );
    connection.onReferences(
      guard.around("references", null, ({ textDocument, position, context }): Location[] | null => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return null;
        const offset = inspected.offset(position);
        return references(inspected.subject, offset, context.includeDeclaration).map((place) =>
          locationOf(inspected, place),
        );
      }),
    );
    connection.onDocumentHighlight(
      guard.later("highlight", null, ({ textDocument, position }): DocumentHighlight[] | null => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return null;
        return highlights(inspected.subject, inspected.offset(position)).map(({ span, kind }) => ({
          range: inspected.range(span),
          kind: highlightKinds[kind],
        }));
      }),
    );
  },
};

/** A place of the installation as the protocol names it. */
export function locationOf(inspected: Inspected, { file, span }: Place): Location {
  return { uri: inspected.uri(file), range: inspected.range(span, file) };
}
