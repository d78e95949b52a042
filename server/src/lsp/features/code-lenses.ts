// Lines above headers that say who uses them. The places are told for the lenses that a client shows only.

import type { CancellationToken, CodeLens as ClientLens } from "vscode-languageserver";
import { type CodeLens, codeLenses } from "../../core/editor-api.ts";
import { showReferencesCommand } from "../../core/protocol.ts";
import type { Feature, Session } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";
import type { Snapshot } from "../snapshot.ts";
import { locationOf } from "./navigation.ts";

/** What a lens is found again by. */
interface LensData {
  readonly uri: string;
  readonly index: number;
}

export const codeLensFeature: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onCodeLens(
      guard.later("code lenses", null, ({ textDocument }): ClientLens[] | null => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return null;
        const shows = session.clientCommands().has(showReferencesCommand);
        return lensesOf(inspected).map(({ span, title, locations }, index) => {
          const range = inspected.range(span);
          if (!shows || locations.length === 0) return { range, command: { title, command: "" } };
          const data: LensData = { uri: textDocument.uri, index };
          return { range, data };
        });
      }),
    );
    connection.onCodeLensResolve((lens, token) =>
      guard.around("places of a lens", withoutPlaces(lens), (_: CancellationToken) =>
        resolved(lens, session),
      )(token),
    );
  },
};

const lensesBySnapshot = new WeakMap<Snapshot, Map<string, readonly CodeLens[]>>();

/** The lenses of a file, worked out once for all that are shown of them. */
function lensesOf({ snapshot, subject }: Inspected): readonly CodeLens[] {
  const known = lensesBySnapshot.get(snapshot) ?? new Map<string, readonly CodeLens[]>();
  lensesBySnapshot.set(snapshot, known);
  const lenses = known.get(subject.file) ?? codeLenses(subject);
  known.set(subject.file, lenses);
  return lenses;
}

function resolved(lens: ClientLens, session: Session): ClientLens {
  const data: unknown = lens.data;
  if (typeof data !== "object" || data === null || !("uri" in data) || !("index" in data))
    return withoutPlaces(lens);
  const { uri, index } = data;
  const inspected = typeof uri === "string" ? inspect(session, uri) : undefined;
  const found = inspected && lensesOf(inspected)[Number(index)];
  if (inspected === undefined || found === undefined) return withoutPlaces(lens);
  const places = found.locations.map((location) => locationOf(inspected, location));
  const words = [uri, lens.range.start, places];
  return {
    range: lens.range,
    command: { title: found.title, command: showReferencesCommand, arguments: words },
  };
}

function withoutPlaces({ range, command }: ClientLens): ClientLens {
  return { range, command: command ?? { title: "", command: "" } };
}
