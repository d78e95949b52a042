// In the status bar: which Asterisk the configuration in front of the user is checked for, and where it begins.

import { type ExtensionContext, languages as editorLanguages, Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type StatusAnswer, type StatusParams, statusRequest } from "../../server/src/core/protocol.ts";
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
    const params: StatusParams = { uri: document.uri.toString() };
    item.busy = true;
    const status = await client.sendRequest<StatusAnswer | null>(statusRequest, params).catch(() => null);
    if (asked !== latest) return;
    item.busy = false;
    item.text = status === null ? "Asterisk" : `Asterisk ${status.version}`;
    item.detail = status === null ? "" : detailOf(status);
  }
}

/** Where the file in front of the user belongs. */
function detailOf({ folderUri, path, role, roots: [root] }: StatusAnswer): string {
  const uri = Uri.parse(folderUri);
  const directory =
    workspace.getWorkspaceFolder(uri) === undefined ? uri.path : workspace.asRelativePath(uri);
  const words = {
    root: `${path} in ${directory}`,
    included: `${path}, read by ${root} in ${directory}`,
    alone: `${path} on its own: no file of Asterisk in ${directory} reads it`,
  };
  return words[role];
}
