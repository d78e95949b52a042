// The shape of one thing that the server can do for an editor, and what all of them work with.

import type { ClientCapabilities, Connection, ServerCapabilities } from "vscode-languageserver";
import type { AllDiagnostics } from "./all-diagnostics.ts";
import type { Configuration } from "./configuration.ts";
import type { Guard } from "./guard.ts";
import type { Host } from "./host.ts";
import type { OpenDocuments } from "./open-documents.ts";
import type { Workspace } from "./workspace.ts";

export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly workspace: Workspace;
  readonly documents: OpenDocuments;
  readonly configuration: Configuration;
  readonly guard: Guard;
  /** Tells the client all problems as they are now. */
  readonly publish: () => void;
  readonly diagnostics: AllDiagnostics;
  /** Until the settings are known and the user pauses. */
  readonly settled: () => Promise<void>;
  /** Works out what every change asks for anew: the longer it takes, the longer a pause is waited for. */
  readonly measured: <Answer>(work: () => Answer) => Answer;
  /** What the client can do; known once it has said hello. */
  readonly client: () => ClientCapabilities;
  /** The commands of our own that the client carries out (initializationOptions.commands). */
  readonly clientCommands: () => ReadonlySet<string>;
}

export interface Feature {
  /** What is announced to a client that can do this. */
  readonly capabilities: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  /** Answers what the client asks, each handler within `session.guard`. */
  readonly listen: (session: Session) => void;
}
