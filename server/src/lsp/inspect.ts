// From what a request names, a document and perhaps a position, to what the core can answer about.

import type { Position, Range } from "vscode-languageserver";
import type { Span, Subject } from "../core/api.ts";
import { EditorText } from "./editor-text.ts";
import type { Session } from "./feature.ts";
import { pathFrom, placeOf, uriOf } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";

export class Inspected {
  readonly snapshot: Snapshot;
  readonly subject: Subject;
  readonly #session: Session;
  readonly #texts = new Map<string, EditorText>();
  readonly #uris = new Map<string, string>();

  constructor(session: Session, snapshot: Snapshot, subject: Subject) {
    this.#session = session;
    this.snapshot = snapshot;
    this.subject = subject;
  }

  offset(position: Position): number {
    return this.text().offset(position);
  }

  range(span: Span, file: string = this.subject.file): Range {
    return this.text(file).range(span);
  }

  /** The URI of a file of the same installation, spelled as the editor does where it has the file open. */
  uri(file: string): string {
    const known = this.#uris.get(file);
    if (known !== undefined) return known;
    const place = this.#place(file);
    const uri = this.#session.documents.at(place)?.uri ?? uriOf(place);
    this.#uris.set(file, uri);
    return uri;
  }

  /** The version of a file that is open. */
  version(file: string): number | null {
    return this.#session.documents.at(this.#place(file))?.version ?? null;
  }

  /** A file of the same installation as the editor counts it. */
  text(file: string = this.subject.file): EditorText {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const content = file === this.subject.file ? this.subject.text : this.snapshot.text(file);
    const made = new EditorText(content, this.#session.documents.hidesMark(this.#place(file), content));
    this.#texts.set(file, made);
    return made;
  }

  #place(file: string): string {
    return `${this.snapshot.folder}/${file}`;
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
  return new Inspected(session, snapshot, snapshot.subject(pathFrom(snapshot.folder, place)));
}

/** An installation without a document. */
export function inspectSnapshot(session: Session, snapshot: Snapshot): Inspected {
  return new Inspected(session, snapshot, snapshot.subject(""));
}
