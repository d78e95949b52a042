// The commands of the palette. Each takes its answers as arguments, too, for code lenses, key bindings and tests.

import {
  commands,
  type ExtensionContext,
  env,
  type Position,
  ProgressLocation,
  type TextDocument,
  UIKind,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  type ProgressToken,
  type ProgressType,
  WorkDoneProgress,
} from "vscode-languageclient";
import * as protocol from "../../server/src/core/protocol.ts";
import {
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
} from "../../server/src/core/protocol.ts";
import { activeDocument } from "./languages.ts";
import { ShownTexts } from "./shown-text.ts";
import { pickVersion } from "./version.ts";

export function registerCommands(context: ExtensionContext, client: BaseLanguageClient): void {
  const shown = new ShownTexts(context);
  const register = <Words extends readonly unknown[]>(
    name: string,
    action: (...words: Words) => Promise<unknown>,
  ): void => {
    context.subscriptions.push(commands.registerCommand(`asterisk-analyzer.${name}`, action));
  };
  register("restartServer", async () => {
    await client.stop();
    await client.start();
  });
  register("openOutput", async () => client.outputChannel.show());
  register("checkWorkspace", () => checkWorkspace(client));
  register("pickVersion", (given?: string) => pickVersion(client, given));
  register("showEffective", (position?: Position) => showEffective(client, shown, position));
  register("matchNumber", (given?: GivenCall) => matchNumber(client, shown, given));
  register("explainLog", (text?: string) => explainLog(client, shown, text));
}

async function showEffective(
  client: BaseLanguageClient,
  shown: ShownTexts,
  given: Position | undefined,
): Promise<void> {
  const document = needDocument();
  const position = given ?? window.activeTextEditor?.selection.active;
  if (document === undefined || position === undefined) return;
  const params: protocol.EffectiveParams = {
    uri: document.uri.toString(),
    position: { line: position.line, character: position.character },
  };
  const result = await client.sendRequest<protocol.EffectiveAnswer | null>(protocol.effectiveRequest, params);
  if (result === null)
    void window.showInformationMessage("There is no section here that Asterisk holds anything of.");
  else await shown.show(`${result.title}.conf`, result.text, result.languageId);
}

interface GivenCall {
  readonly context?: string;
  readonly number?: string;
}

async function matchNumber(
  client: BaseLanguageClient,
  shown: ShownTexts,
  given: GivenCall = {},
): Promise<void> {
  const document = needDocument();
  if (document === undefined) return;
  const uri = document.uri.toString();
  const context = given.context ?? (await pickContext(client, document));
  if (context === undefined) return;
  const number =
    given.number ??
    (await window.showInputBox({
      title: `Which extension of [${context}] takes a number?`,
      prompt: "The number that is called, or the name of an extension",
      placeHolder: "4930555010",
      validateInput: (text) => (text.trim() === "" ? "A number, or a name such as s" : undefined),
    }));
  if (number === undefined) return;
  const params: protocol.MatchParams = { uri, context, number: number.trim() };
  const result = await client.sendRequest<protocol.MatchAnswer | null>(protocol.matchRequest, params);
  if (result !== null) await shown.show(`${number.trim()} in ${context}`, result.text, "plaintext");
}

async function pickContext(client: BaseLanguageClient, document: TextDocument): Promise<string | undefined> {
  const params: protocol.ContextsParams = { uri: document.uri.toString() };
  const answer = await client.sendRequest<protocol.ContextsAnswer | null>(protocol.contextsRequest, params);
  const contexts = answer?.contexts ?? [];
  if (contexts.length === 0) {
    void window.showInformationMessage("The dialplan beside this file has no contexts.");
    return undefined;
  }
  // What the cursor is in comes first: it is what most people mean.
  const current = sectionAt(document, window.activeTextEditor?.selection.active.line ?? 0);
  const order = [...contexts].sort((left, right) => Number(right === current) - Number(left === current));
  return window.showQuickPick(order, {
    title: "In which context is the number looked for?",
    placeHolder: "The context of the caller",
  });
}

/** The name of the section that a line belongs to. */
function sectionAt(document: TextDocument, last: number): string | undefined {
  for (let line = last; line >= 0; line--) {
    const head = /^\s*\[([^\]]+)\]/.exec(document.lineAt(line).text);
    if (head !== null) return head[1];
  }
  return undefined;
}

async function explainLog(
  client: BaseLanguageClient,
  shown: ShownTexts,
  given: string | undefined,
): Promise<void> {
  const line =
    given ??
    (await window.showInputBox({
      title: "Explain a line of Asterisk's log",
      prompt: "A message of Asterisk, with or without its time and place in the source",
      value: await copiedMessage(),
      validateInput: (text) => (text.trim() === "" ? "A line of the log" : undefined),
    }));
  if (line === undefined) return;
  const uri = activeDocument()?.uri.toString();
  const params: protocol.ExplainParams = { line, ...(uri === undefined ? {} : { uri }) };
  const result = await client.sendRequest<protocol.ExplainAnswer | null>(protocol.explainRequest, params);
  if (result === null) return;
  const document = await shown.make("Explained.md", withPlaces(result), "markdown");
  // Markdown is an extension of its own that can be switched off.
  await commands
    .executeCommand("markdown.showPreviewToSide", document.uri)
    .then(undefined, () => window.showTextDocument(document, { preview: true }));
}

/** The explanation with links to what causes the line now. */
function withPlaces({ markdown, places }: protocol.ExplainAnswer): string {
  if (places.length === 0) return markdown;
  const lines = places.map(({ uri, position, message }) => {
    const at = Uri.parse(uri);
    const path = `${workspace.asRelativePath(at)}:${position.line + 1}`;
    return `- [${path}](${at.with({ fragment: `L${position.line + 1}` }).toString()}) ${message}`;
  });
  return `${markdown.trimEnd()}\n\n## What causes it here\n\n${lines.join("\n")}\n`;
}

/** What was copied, where it is a line of Asterisk's log. A browser would ask the user whether we may look. */
async function copiedMessage(): Promise<string> {
  if (env.uiKind === UIKind.Web) return "";
  const text = (await env.clipboard.readText()).trim();
  return /^[^\n]{1,2000}$/.test(text) && /\b(?:ERROR|WARNING|NOTICE)\b/.test(text) ? text : "";
}

let checks = 0;

async function checkWorkspace(client: BaseLanguageClient): Promise<CheckWorkspaceResult | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: "Checking all Asterisk configuration",
    cancellable: true,
  };
  const result = await window.withProgress(options, async (progress, token) => {
    const workDoneToken: ProgressToken = `asterisk-analyzer.check.${++checks}`;
    const type: ProgressType<WorkDoneProgressReportLike> = WorkDoneProgress.type;
    let reached = 0;
    const listener = client.onProgress(type, workDoneToken, ({ message, percentage = reached }) => {
      progress.report({ ...(message === undefined ? {} : { message }), increment: percentage - reached });
      reached = percentage;
    });
    const params: CheckWorkspaceParams = { workDoneToken };
    return client
      .sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, params, token)
      .finally(() => listener.dispose());
  });
  void tellResult(result);
  return result;
}

interface WorkDoneProgressReportLike {
  readonly message?: string;
  readonly percentage?: number;
}

async function tellResult({ installations, files, errors, warnings }: CheckWorkspaceResult): Promise<void> {
  if (installations === 0) {
    void window.showInformationMessage("There is no Asterisk configuration in the open folders.");
    return;
  }
  const show = "Show Problems";
  const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
  const text = `Checked ${counted(files, "file")} in ${counted(installations, "installation")}: ${counted(errors, "error")}, ${counted(warnings, "warning")}.`;
  if ((await window.showInformationMessage(text, show)) === show)
    await commands.executeCommand("workbench.actions.view.problems");
}

function needDocument(): TextDocument | undefined {
  const document = activeDocument();
  if (document === undefined)
    void window.showInformationMessage("Open a file of an Asterisk configuration first.");
  return document;
}
