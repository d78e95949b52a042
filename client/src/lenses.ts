// Lenses above sections: whether they are wanted, and what a click on one does.

import { type CodeLens, commands, type ExtensionContext, type ProviderResult, Uri, workspace } from "vscode";
import type { BaseLanguageClient, CodeLensMiddleware, Location, Position } from "vscode-languageclient";
import { showReferencesCommand } from "../../server/src/core/protocol.ts";

export const provideCodeLenses: NonNullable<CodeLensMiddleware["provideCodeLenses"]> = (
  document,
  token,
  next,
): ProviderResult<CodeLens[]> => {
  const settings = workspace.getConfiguration("asterisk-analyzer", document.uri);
  return settings.get("codeLens.enabled", true) ? next(document, token) : [];
};

export function registerLenses(
  context: ExtensionContext,
  { protocol2CodeConverter }: BaseLanguageClient,
): void {
  const show = (uri: string, position: Position, places: readonly Location[]): Thenable<unknown> =>
    commands.executeCommand(
      "editor.action.showReferences",
      Uri.parse(uri),
      protocol2CodeConverter.asPosition(position),
      places.map((place) => protocol2CodeConverter.asLocation(place)),
    );
  context.subscriptions.push(commands.registerCommand(showReferencesCommand, show));
}
