// Lines above headers that say who uses them.

import type { CodeLens } from "vscode-languageserver";
import { codeLenses } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { inspect } from "../inspect.ts";
import { locationOf } from "./navigation.ts";

/** The command by which a client that knows it shows places. */
export const showReferences = "asterisk-analyzer.showReferences";

export const codeLensFeature: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  listen: (session) => {
    session.connection.onCodeLens(
      session.guard.later("code lenses", null, ({ textDocument }): CodeLens[] | null => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return null;
        const shows = session.clientCommands().has(showReferences);
        return codeLenses(inspected.subject).map(({ span, title, locations }) => {
          const range = inspected.range(span);
          if (!shows || locations.length === 0) return { range, command: { title, command: "" } };
          const places = locations.map((location) => locationOf(inspected, location));
          const words = [textDocument.uri, range.start, places];
          return { range, command: { title, command: showReferences, arguments: words } };
        });
      }),
    );
  },
};
