// What the extension does wherever it runs: which documents go to the server, what comes to its attention, and
// what the user can ask for.

import { commands, type ExtensionContext, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, StaticFeature } from "vscode-languageclient";
import { insertMatchCommand, showReferencesCommand } from "../../server/src/core/protocol.ts";
import { registerCommands } from "./commands.ts";
import { answerFiles } from "./files.ts";
import { registerInsertMatch } from "./insert-match.ts";
import { languages, schemes } from "./languages.ts";
import { provideCodeLenses, registerLenses } from "./lenses.ts";
import { showStatus } from "./status.ts";

export const clientId = "asterisk-analyzer";
export const clientName = "Asterisk Analyzer";

/** The options of a client; what they hold goes with the extension. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const channel = window.createOutputChannel(clientName, { log: true });
  context.subscriptions.push(channel);
  return {
    documentSelector: languages.flatMap((language) => schemes().map((scheme) => ({ scheme, language }))),
    outputChannel: channel,
    synchronize: { configurationSection: clientId },
    progressOnInitialization: false,
    // What the server may let the user click on.
    initializationOptions: { commands: [insertMatchCommand, showReferencesCommand] },
    middleware: { provideCodeLenses },
  };
}

/** Tells the server which commands of the editor a proposal may run. */
const editorCommands: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { commands: { commands: ["editor.action.triggerSuggest"] } };
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

/** Starts the server and lets the user work with it. */
export async function run(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(client, answerFiles(client));
  registerCommands(context, client);
  registerInsertMatch(context, client);
  registerLenses(context, client);
  client.registerFeature(editorCommands);
  await client.start();
  void commands.executeCommand("setContext", "asterisk-analyzer.running", true);
  showStatus(context, client);
}
