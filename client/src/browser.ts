// The extension in a browser: the server is a web worker.

import { type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type PagesResult, pagesRequest } from "../../server/src/core/protocol.ts";
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
  const client = new LanguageClient(clientId, clientName, server, clientOptions(context));
  const pages = Uri.joinPath(context.extensionUri, "dist/pages.json");
  context.subscriptions.push(
    client.onRequest(
      pagesRequest,
      async (): Promise<PagesResult> =>
        JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(pages))),
    ),
  );
  await run(context, client);
}
