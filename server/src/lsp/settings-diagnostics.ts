// Tells the client what is wrong in settings files. They are no documents of ours, so no client asks for that: it is
// told unasked, whatever else is asked for.

import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { PlacedFault } from "../core/api.ts";
import { uriOf } from "./places.ts";

export class SettingsDiagnostics {
  readonly #connection: Connection;
  /** What was told last, by place. */
  readonly #told = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Everything that is wrong from now on, by place. */
  show(files: ReadonlyMap<string, readonly PlacedFault[]>): void {
    for (const place of this.#told.keys()) if (!files.has(place)) this.#tell(place, []);
    for (const [place, faults] of files) this.#tell(place, faults.map(diagnosticOf));
  }

  #tell(place: string, diagnostics: Diagnostic[]): void {
    const text = JSON.stringify(diagnostics);
    if ((this.#told.get(place) ?? "[]") === text) return;
    this.#told.set(place, text);
    this.#connection.sendDiagnostics({ uri: uriOf(place), diagnostics });
  }
}

function diagnosticOf({ line, column, start, end, message }: PlacedFault): Diagnostic {
  const from = { line: line - 1, character: column - 1 };
  // Clients end at the end of the line what would go beyond it.
  const to = { line: from.line, character: from.character + Math.max(1, end - start) };
  return {
    range: { start: from, end: to },
    severity: DiagnosticSeverity.Error,
    source: "asterisk-analyzer",
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
  };
}
