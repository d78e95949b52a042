// Inlay hints, of the kinds that are switched on in the settings.

import { type InlayHint, InlayHintKind, type InlayHintParams } from "vscode-languageserver";
import { inlayHints } from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";

export const inlayHintFeature: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  listen: (session) => {
    session.connection.languages.inlayHint.on(
      session.guard.later("inlay hints", [], (params: InlayHintParams) => hints(session, params)),
    );
  },
};

function hints(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  const inspected = inspect(session, textDocument.uri);
  if (inspected === undefined) return [];
  const { subject, snapshot } = inspected;
  const span = { start: inspected.offset(range.start), end: inspected.offset(range.end) };
  const kinds = session.configuration.of(snapshot.folder).inlayHints;
  return inlayHints(subject, span, kinds).map(({ offset, text, tooltip, kind }) => ({
    position: inspected.range({ start: offset, end: offset }).start,
    label: text,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(kind === "priorities" ? {} : { paddingRight: true }),
    ...(tooltip === undefined ? {} : { tooltip }),
  }));
}
