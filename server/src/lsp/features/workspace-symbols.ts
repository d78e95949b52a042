// Finds names in all installations of the open documents.

import { type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { workspaceSymbols } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { inspectSnapshot } from "../inspect.ts";
import { locationOf } from "./navigation.ts";

const kinds: Readonly<Record<string, SymbolKind>> = {
  context: SymbolKind.Namespace,
  template: SymbolKind.Class,
  extension: SymbolKind.Function,
  label: SymbolKind.Key,
  variable: SymbolKind.Variable,
  endpoint: SymbolKind.Object,
  wizard: SymbolKind.Object,
  mailbox: SymbolKind.Field,
};

export const workspaceSymbolFeature: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  listen: (session) => {
    session.connection.onWorkspaceSymbol(
      session.guard.later("workspace symbols", null, ({ query }): SymbolInformation[] =>
        session.workspace.installations.flatMap((snapshot) => {
          const inspected = inspectSnapshot(session, snapshot);
          return workspaceSymbols(snapshot.installation, snapshot.roots, query).map(
            ({ kind, name, within, location }) => ({
              name,
              kind: kinds[kind] ?? SymbolKind.Struct,
              location: locationOf(inspected, location),
              containerName: within === "" ? kind : `${kind} in ${within}`,
            }),
          );
        }),
      ),
    );
  },
};
