// The extension in a browser: the server is a web worker.

import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientId, clientName, clientOptions, run } from "./client.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist/browser/server.js");
  let worker: Worker | undefined;
  const server = async (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(module.toString(true));
    return worker;
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  await run(context, new LanguageClient(clientId, clientName, server, clientOptions(context)));
}
