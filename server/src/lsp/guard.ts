// A bug of ours must not take the server down: it is logged, without the texts that it may quote, and the client
// gets an empty answer.

import type { Connection } from "vscode-languageserver";

export class Guard {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A handler that answers `empty` where the given one fails. */
  around<Parameters extends readonly unknown[], Answer>(
    name: string,
    empty: Answer,
    handle: (...parameters: Parameters) => Answer,
  ): (...parameters: Parameters) => Answer {
    return (...parameters) => {
      try {
        return handle(...parameters);
      } catch (error) {
        this.report(name, error);
        return empty;
      }
    };
  }

  report(name: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
    const kind = error instanceof Error ? error.name : typeof error;
    this.#connection.console.error([`internal error (${name}): ${kind}`, ...frames].join("\n"));
  }
}
