// What the extension does wherever it runs: which documents go to the server, what comes to its attention, and
// the command that starts it anew.

import { commands, type ExtensionContext, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

export const clientId = "asterisk-analyzer";
export const clientName = "Asterisk Analyzer";

const languages: readonly string[] = ["asterisk-pjsip", "asterisk-dialplan", "asterisk-conf"];

/** The options of a client; what they hold goes with the extension. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const channel = window.createOutputChannel(clientName, { log: true });
  const watcher = workspace.createFileSystemWatcher("**/*.conf");
  context.subscriptions.push(channel, watcher);
  return {
    documentSelector: languages.map((language) => ({ scheme: "file", language })),
    outputChannel: channel,
    synchronize: { configurationSection: clientId, fileEvents: watcher },
  };
}

/** The clients of desktop and browser have no common type that can be started anew. */
type RestartableClient = BaseLanguageClient & { readonly restart: () => Promise<void> };

/** Starts the server and lets the user start it anew. */
export async function run(context: ExtensionContext, client: RestartableClient): Promise<void> {
  context.subscriptions.push(
    client,
    commands.registerCommand(`${clientId}.restartServer`, () => client.restart()),
  );
  await client.start();
}
