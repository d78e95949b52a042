// Diagnostics for a client that asks for them: of one document, and of the whole workspace.

import {
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
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
import type { AllDiagnostics } from "../all-diagnostics.ts";
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
  return session.guard.around("diagnostics", empty, () => session.measured(answer))();
}

function ofDocument(
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  session: Session,
): DocumentDiagnosticReport {
  const place = placeOf(textDocument.uri);
  const { diagnostics, documents } = session;
  const report = reportOf(diagnostics.at(place), previousResultId, diagnostics);
  const { relatedDocumentSupport } = session.client().textDocument?.diagnostic ?? {};
  if (relatedDocumentSupport !== true) return report;
  // Files that are not open are in nobody's questions.
  const related: Record<string, FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport> = {};
  const told = toldRelated(session);
  const { all } = diagnostics;
  for (const other of new Set([...all.keys(), ...told.keys()])) {
    // What a client asks for itself, it may forget when it closes the document.
    const asks = other === place || documents.at(other) !== undefined;
    const items = all.get(other) ?? [];
    const id = diagnostics.idOf(items);
    if (!asks && told.get(other) !== id) related[uriOf(other)] = { kind: "full", items: [...items] };
    if (!asks && items.length > 0) told.set(other, id);
    else told.delete(other);
  }
  return { ...report, relatedDocuments: related };
}

const relatedBySession = new WeakMap<Session, Map<string, string>>();

/** The files that the client was told problems of without asking for them, with the names of those. */
function toldRelated(session: Session): Map<string, string> {
  const known = relatedBySession.get(session) ?? new Map<string, string>();
  relatedBySession.set(session, known);
  return known;
}

function reportOf(
  items: readonly Diagnostic[],
  previous: string | undefined,
  diagnostics: AllDiagnostics,
): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
  const resultId = diagnostics.idOf(items);
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
  const { all } = diagnostics;
  const places = new Set([...all.keys(), ...documents.places, ...previous.keys()]);
  const items = [...places].map((place): WorkspaceDocumentDiagnosticReport => {
    const document = documents.at(place);
    const before = previous.get(place);
    const uri = document?.uri ?? before?.uri ?? uriOf(place);
    const report = reportOf(all.get(place) ?? [], before?.value, diagnostics);
    return { uri, version: document?.version ?? null, ...report };
  });
  if (partial === undefined) return { items };
  for (let at = 0; at < items.length; at += filesPerPart)
    partial.report({ items: items.slice(at, at + filesPerPart) });
  return { items: [] };
}
