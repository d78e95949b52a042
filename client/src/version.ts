// Asks which Asterisk will read the configuration, and writes the answer into the settings.

import { ConfigurationTarget, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type StatusAnswer, type StatusParams, statusRequest } from "../../server/src/core/protocol.ts";
import { activeDocument } from "./languages.ts";

interface Choice extends QuickPickItem {
  readonly version: string;
}

const choices: readonly Choice[] = [
  { label: "Newest", description: "the latest Asterisk that is known", version: "" },
  { label: "Asterisk 23", version: "23" },
  { label: "Asterisk 22", description: "long-term support", version: "22" },
  { label: "Asterisk 21", version: "21" },
  { label: "Asterisk 20", description: "long-term support", version: "20" },
  { label: "Asterisk 18", description: "long-term support, no longer maintained", version: "18" },
];
const other: Choice = { label: "Another release ...", version: "other" };

export async function pickVersion(client: BaseLanguageClient, given?: string): Promise<void> {
  const decided = given === undefined ? await decidedByFile(client) : undefined;
  if (decided !== undefined && !(await isMeantAllTheSame(decided))) return;
  const version = given ?? (await askVersion());
  if (version === undefined) return;
  const uri = window.activeTextEditor?.document.uri;
  const folder = uri === undefined ? undefined : workspace.getWorkspaceFolder(uri);
  const severalFolders = (workspace.workspaceFolders?.length ?? 0) > 1;
  const target =
    workspace.workspaceFolders === undefined
      ? ConfigurationTarget.Global
      : folder !== undefined && severalFolders
        ? ConfigurationTarget.WorkspaceFolder
        : ConfigurationTarget.Workspace;
  const settings = workspace.getConfiguration("asterisk-analyzer", folder?.uri);
  await settings.update("asteriskVersion", version === "" ? undefined : version, target);
}

interface Decided {
  readonly version: string;
  readonly file: Uri;
}

/** What a file of the project says, which comes before the settings of the editor. */
async function decidedByFile(client: BaseLanguageClient): Promise<Decided | undefined> {
  const document = activeDocument();
  if (document === undefined) return undefined;
  const params: StatusParams = { uri: document.uri.toString() };
  const status = await client.sendRequest<StatusAnswer | null>(statusRequest, params).catch(() => null);
  if (status?.versionUri === undefined) return undefined;
  return { version: status.version, file: Uri.parse(status.versionUri) };
}

/** Tells that the choice would not count here, and opens the file where that is wanted instead. */
async function isMeantAllTheSame({ version, file }: Decided): Promise<boolean> {
  const name = workspace.asRelativePath(file);
  const open = `Open ${name}`;
  const anyway = "Pick for Other Files";
  const text = `${name} says that Asterisk ${version} reads this configuration. It comes before the settings of the editor.`;
  const answer = await window.showInformationMessage(text, open, anyway);
  if (answer === open) await window.showTextDocument(file);
  return answer === anyway;
}

async function askVersion(): Promise<string | undefined> {
  const title = "Which Asterisk will read the configuration?";
  const picked = await window.showQuickPick([...choices, other], { title });
  if (picked !== other) return picked?.version;
  return window.showInputBox({
    title,
    placeHolder: "20.9.0",
    validateInput: (text) =>
      /^(?:18|20|21|22|23)(?:\.\d+){0,2}$/.test(text)
        ? undefined
        : "18, 20, 21, 22, 23 or a release of these",
  });
}
