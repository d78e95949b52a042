// A bug of ours must not take the server down: it is logged, without the texts that it may quote, and the client
// gets an empty answer. Nothing is done before the client has said hello, and after it has said goodbye.

import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Host } from "./host.ts";

export class Guard {
  readonly #connection: Connection;
  readonly #host: Host;
  phase: "before" | "running" | "over" = "before";

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Refuses a request that comes too early or too late. */
  admit(): void {
    if (this.phase === "before")
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet.");
    if (this.phase === "over")
      throw new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down.");
  }

  /**
   * A handler that answers `empty` where the given one fails; undefined where nobody waits for an answer. What is not
   * wanted any more is not worked out.
   */
  around<Parameters extends readonly unknown[], Answer>(
    name: string,
    empty: Answer,
    handle: (...parameters: Parameters) => Answer,
  ): (...parameters: Parameters) => Answer {
    return (...parameters) => {
      if (empty !== undefined) this.admit();
      else if (this.phase !== "running") return empty;
      if (parameters.some(isCancelled))
        throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
      try {
        return handle(...parameters);
      } catch (error) {
        this.report(name, error);
        return empty;
      }
    };
  }

  /** The same for what takes long: messages that wait are read first, since one may say that it is not wanted. */
  later<Parameters extends readonly unknown[], Answer>(
    name: string,
    empty: Answer,
    handle: (...parameters: Parameters) => Answer,
  ): (...parameters: Parameters) => Promise<Answer> {
    const now = this.around(name, empty, handle);
    return async (...parameters) => {
      this.admit();
      await new Promise<void>((done) => this.#host.after(0, done));
      return now(...parameters);
    };
  }

  report(name: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
    const kind = error instanceof Error ? error.name : typeof error;
    this.#connection.console.error([`internal error (${name}): ${kind}`, ...frames].join("\n"));
  }
}

/** Whether something is the token of a request that was called off. */
function isCancelled(parameter: unknown): boolean {
  if (typeof parameter !== "object" || parameter === null) return false;
  return "isCancellationRequested" in parameter && parameter.isCancellationRequested === true;
}
