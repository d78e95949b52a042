// Diagnostics for a client that asks for them: of one document, and of the whole workspace.

import {
  type CancellationToken,
  type ClientCapabilities,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Feature, Session } from "../feature.ts";
import { placeOf, uriOf } from "../places.ts";

/** Whether a client asks; it is told nothing unasked then. */
export function asksForDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

export const pullDiagnosticsFeature: Feature = {
  capabilities: (client) =>
    asksForDiagnostics(client)
      ? {
          diagnosticProvider: {
            identifier: "asterisk-analyzer",
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  listen: (session) => {
    const { diagnostics } = session.connection.languages;
    diagnostics.on((params, token) =>
      answered(session, token, { kind: "full", items: [] }, () => ofDocument(params, session)),
    );
    diagnostics.onWorkspace((params, token, _progress, partial) =>
      answered(session, token, { items: [] }, () => ofWorkspace(params, session, partial)),
    );
  },
};

/** Answers when the user pauses; what is not wanted any more by then is not worked out. */
async function answered<Answer>(
  session: Session,
  token: CancellationToken,
  empty: Answer,
  answer: () => Answer,
): Promise<Answer> {
  session.guard.admit();
  await session.settled();
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
  return session.guard.around("diagnostics", empty, answer)();
}

function ofDocument(
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  session: Session,
): DocumentDiagnosticReport {
  const place = placeOf(textDocument.uri);
  const report = reportOf(place, previousResultId, session);
  const { relatedDocumentSupport } = session.client().textDocument?.diagnostic ?? {};
  if (relatedDocumentSupport !== true) return report;
  // Files that are not open are in nobody's questions.
  const related: Record<string, FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport> = {};
  const told = toldRelated(session);
  const all = session.diagnostics.all;
  for (const other of new Set([...all.keys(), ...told])) {
    if (other === place || session.documents.at(other) !== undefined) continue;
    const items = all.get(other) ?? [];
    related[uriOf(other)] = { kind: "full", items: [...items] };
    if (items.length > 0) told.add(other);
    else told.delete(other);
  }
  return { ...report, relatedDocuments: related };
}

const relatedBySession = new WeakMap<Session, Set<string>>();

/** The files that the client was told problems of without asking for them. */
function toldRelated(session: Session): Set<string> {
  const known = relatedBySession.get(session) ?? new Set();
  relatedBySession.set(session, known);
  return known;
}

function reportOf(
  place: string,
  previous: string | undefined,
  { diagnostics }: Session,
): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
  const items = diagnostics.at(place);
  const resultId = diagnostics.idOf(place, items);
  return resultId === previous
    ? { kind: "unchanged", resultId }
    : { kind: "full", resultId, items: [...items] };
}

/** Files in one part of an answer. */
const filesPerPart = 50;

function ofWorkspace(
  { previousResultIds }: WorkspaceDiagnosticParams,
  session: Session,
  partial: ResultProgressReporter<WorkspaceDiagnosticReport> | undefined,
): WorkspaceDiagnosticReport {
  const { documents, diagnostics } = session;
  const previous = new Map(previousResultIds.map(({ uri, value }) => [placeOf(uri), { uri, value }]));
  const places = new Set([...diagnostics.all.keys(), ...documents.places, ...previous.keys()]);
  const items = [...places].map((place): WorkspaceDocumentDiagnosticReport => {
    const document = documents.at(place);
    const before = previous.get(place);
    const uri = document?.uri ?? before?.uri ?? uriOf(place);
    return { uri, version: document?.version ?? null, ...reportOf(place, before?.value, session) };
  });
  if (partial === undefined) return { items };
  for (let at = 0; at < items.length; at += filesPerPart)
    partial.report({ items: items.slice(at, at + filesPerPart) });
  return { items: [] };
}
