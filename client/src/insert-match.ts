// Asks for addresses that calls come from, and lets the server write match lines for them.

import { commands, type ExtensionContext, window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import {
  type InsertMatchArguments,
  insertMatchCommand,
  type MatchEditParams,
  type MatchEditResult,
  matchEditRequest,
} from "../../server/src/core/protocol.ts";

/** `addresses` come from tests and key bindings; the user is asked otherwise. */
export function registerInsertMatch(context: ExtensionContext, client: BaseLanguageClient): void {
  const insert = async (place: InsertMatchArguments, addresses?: string): Promise<void> => {
    const text = addresses ?? (await ask(place.name));
    if (text === undefined) return;
    const params: MatchEditParams = { uri: place.uri, position: place.position, addresses: [text] };
    const { edit, refusal } = await client.sendRequest<MatchEditResult>(matchEditRequest, params);
    if (refusal !== undefined) void window.showWarningMessage(refusal);
    if (edit === undefined) return;
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit);
    await workspace.applyEdit(converted);
  };
  context.subscriptions.push(commands.registerCommand(insertMatchCommand, insert));
}

function ask(name: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: `Calls for "${name}"`,
    prompt: "Addresses or networks that the calls come from, with commas between them",
    placeHolder: "198.51.100.10, 198.51.100.32/28, 2001:db8::/48",
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? "At least one address" : undefined),
  });
}
