// A bug of ours must not take the server down: it is logged, without the texts that it may quote, and the client
// gets an empty answer. Nothing is done before the client has said hello, and after it has said goodbye.

import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";

export class Guard {
  readonly #connection: Connection;
  phase: "before" | "running" | "over" = "before";

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Refuses a request that comes too early or too late. */
  admit(): void {
    if (this.phase === "before")
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet.");
    if (this.phase === "over")
      throw new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down.");
  }

  /** A handler that answers `empty` where the given one fails; undefined where nobody waits for an answer. */
  around<Parameters extends readonly unknown[], Answer>(
    name: string,
    empty: Answer,
    handle: (...parameters: Parameters) => Answer,
  ): (...parameters: Parameters) => Answer {
    return (...parameters) => {
      if (empty !== undefined) this.admit();
      else if (this.phase !== "running") return empty;
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
