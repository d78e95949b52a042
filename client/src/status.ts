// In the status bar: which Asterisk the configuration in front of the user is checked for, and where it begins.

import { type ExtensionContext, languages as editorLanguages, Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type StatusParams, type StatusResult, statusRequest } from "../../server/src/core/protocol.ts";
import { activeDocument, languages } from "./languages.ts";

export function showStatus(context: ExtensionContext, client: BaseLanguageClient): void {
  const item = editorLanguages.createLanguageStatusItem("asterisk-analyzer.status", [...languages]);
  item.name = "Asterisk Analyzer";
  item.text = "Asterisk";
  item.command = { command: "asterisk-analyzer.pickVersion", title: "Change" };
  let latest = 0;
  context.subscriptions.push(
    item,
    window.onDidChangeActiveTextEditor(() => void refresh()),
    workspace.onDidSaveTextDocument(() => void refresh()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("asterisk-analyzer")) void refresh();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void refresh();
    }),
  );
  void refresh();

  async function refresh(): Promise<void> {
    const document = activeDocument();
    if (document === undefined || client.state !== State.Running) return;
    const asked = ++latest;
    const params: StatusParams = { textDocument: { uri: document.uri.toString() } };
    item.busy = true;
    const status = await client.sendRequest<StatusResult | null>(statusRequest, params).catch(() => null);
    if (asked !== latest) return;
    item.busy = false;
    item.text = status === null ? "Asterisk" : `Asterisk ${status.version}`;
    item.detail = status === null ? "" : detailOf(status);
  }
}

function detailOf({ folder, root }: StatusResult): string {
  const directory = workspace.asRelativePath(Uri.parse(folder), true);
  return root === undefined ? `${directory}: no file of Asterisk includes this one` : `${directory}: ${root}`;
}
