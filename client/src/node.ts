// The extension on a desktop or on the machine that a remote window works on: the server is a process of its own,
// and tasks can run the command line.

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, clientOptions, run } from "./client.ts";
import { registerTasks } from "./tasks.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  registerTasks(context);
  const module = context.asAbsolutePath("dist/server.js");
  const server = { module, transport: TransportKind.ipc };
  await run(context, new LanguageClient(clientId, clientName, server, clientOptions(context)));
}
