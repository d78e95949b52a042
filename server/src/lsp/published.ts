// What the client was told last, so that a file without problems is told once and nothing is sent twice.

import type { Connection, Diagnostic } from "vscode-languageserver";
import type { OpenDocuments } from "./open-documents.ts";
import { uriOf } from "./places.ts";

export class Published {
  readonly #connection: Connection;
  readonly #documents: OpenDocuments;
  /** By place of the file: the URI that was used, and what was sent. */
  readonly #sent = new Map<string, { readonly uri: string; readonly text: string }>();

  constructor(connection: Connection, documents: OpenDocuments) {
    this.#connection = connection;
    this.#documents = documents;
  }

  /** Everything that is to be shown from now on. An open document is answered even where nothing changed. */
  show(diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const [place, { uri }] of this.#sent) {
      const document = this.#documents.at(place);
      if (diagnostics.has(place) && (document === undefined || document.uri === uri)) continue;
      this.#sent.delete(place);
      if (document?.uri !== uri) this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const place of new Set([...diagnostics.keys(), ...this.#documents.places]))
      this.#send(place, diagnostics.get(place) ?? []);
  }

  #send(place: string, diagnostics: readonly Diagnostic[]): void {
    const document = this.#documents.at(place);
    const uri = document?.uri ?? uriOf(place);
    const text = JSON.stringify([document?.version, diagnostics]);
    if (this.#sent.get(place)?.text === text) return;
    this.#sent.set(place, { uri, text });
    this.#connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(document === undefined ? {} : { version: document.version }),
    });
  }
}
