// A bug of ours must not take the server down: it is logged, without the texts that it may quote, and the client
// gets an empty answer. Nothing is done before the client has said hello, and after it has said goodbye.

import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { shown } from "../core/api.ts";
import type { Host } from "./host.ts";

export class Guard {
  readonly #connection: Connection;
  readonly #host: Host;
  phase: "before" | "running" | "over" = "before";
  /** Whether a template was asked about: what of it is hidden from the core is shown again in all answers. */
  readsTemplates = false;

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
        const answer = handle(...parameters);
        return this.readsTemplates ? shownAgain(answer) : answer;
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

/** An answer with all its texts as they were typed. */
function shownAgain<Answer>(answer: Answer): Answer {
  if (typeof answer === "string") return shown(answer) as Answer;
  if (typeof answer !== "object" || answer === null || answer instanceof Promise) return answer;
  // Lists of numbers, as of tokens, are long and hold no text.
  if (Array.isArray(answer))
    return typeof answer[0] === "number" ? answer : (answer.map(shownAgain) as Answer);
  if (Object.getPrototypeOf(answer) !== Object.prototype) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, shownAgain(value)])) as Answer;
}
