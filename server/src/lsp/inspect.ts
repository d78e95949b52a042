// From what a request names, a document and perhaps a position, to what the core can answer about.

import type { Position, Range } from "vscode-languageserver";
import type { Span, Subject } from "../core/api.ts";
import { type EditorFiles, editorFiles } from "./editor-files.ts";
import type { EditorText } from "./editor-text.ts";
import type { Session } from "./feature.ts";
import { pathFrom, placeOf } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";

export class Inspected {
  readonly snapshot: Snapshot;
  readonly subject: Subject;
  readonly #files: EditorFiles;

  constructor(session: Session, snapshot: Snapshot, subject: Subject) {
    this.snapshot = snapshot;
    this.subject = subject;
    this.#files = editorFiles(snapshot, session.documents);
  }

  offset(position: Position): number {
    return this.text().offset(position);
  }

  range(span: Span, file: string = this.subject.file): Range {
    return this.text(file).range(span);
  }

  /** The URI of a file of the same installation. */
  uri(file: string): string {
    return this.#files.uri(file);
  }

  /** The version of a file that is open. */
  version(file: string): number | null {
    return this.#files.version(file);
  }

  /** A file of the same installation as the editor counts it. */
  text(file: string = this.subject.file): EditorText {
    return this.#files.text(file);
  }
}

/** Undefined for a document that the client did not open. */
export function inspect(session: Session, uri: string): Inspected | undefined {
  return session.documents.at(placeOf(uri)) === undefined ? undefined : inspectAt(session, uri);
}

/** The same for a document that need not be open. */
export function inspectAt(session: Session, uri: string): Inspected {
  const place = placeOf(uri);
  const snapshot = session.workspace.installationOf(place);
  const subject = snapshot.subject(pathFrom(snapshot.folder, place));
  if (subject.installation.templates().size > 0) session.guard.readsTemplates = true;
  return new Inspected(session, snapshot, subject);
}

/** An installation without a document. */
export function inspectSnapshot(session: Session, snapshot: Snapshot): Inspected {
  return new Inspected(session, snapshot, snapshot.subject(""));
}
