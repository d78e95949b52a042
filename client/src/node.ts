// The extension on a desktop or on the machine that a remote window works on: the server is a process of its own.

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, clientOptions, run } from "./client.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.cjs");
  const server = { module, transport: TransportKind.ipc };
  await run(context, new LanguageClient(clientId, clientName, server, clientOptions(context)));
}
