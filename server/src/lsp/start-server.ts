// The language server: what the client says goes into the workspace, what Asterisk would do comes back.

import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { AllDiagnostics } from "./all-diagnostics.ts";
import { Configuration } from "./configuration.ts";
import type { Session } from "./feature.ts";
import { asksForDiagnostics } from "./features/pull-diagnostics.ts";
import { features } from "./features.ts";
import { Guard } from "./guard.ts";
import type { Host } from "./host.ts";
import { OpenDocuments } from "./open-documents.ts";
import { folderOf, isBelow, placeOf } from "./places.ts";
import { ProjectSettings } from "./project-settings.ts";
import { Published } from "./published.ts";
import { Refresh } from "./refresh.ts";
import { SettingsDiagnostics } from "./settings-diagnostics.ts";
import { updateText } from "./text-changes.ts";
import { WatchedFiles } from "./watched-files.ts";
import { Workspace } from "./workspace.ts";

export function startServer(connection: Connection, host: Host): void {
  const texts = new TextDocuments({ create: TextDocument.create, update: updateText });
  const documents = new OpenDocuments();
  texts.onDidOpen(({ document }) => documents.opened(document));
  texts.onDidClose(({ document }) => documents.closed(document));
  const configuration = new Configuration();
  let client: ClientCapabilities = {};
  const settings: ProjectSettings = new ProjectSettings(host, configuration.of, () => workspace.folders);
  const workspace: Workspace = new Workspace(host, documents, settings.of);
  const diagnostics = new AllDiagnostics(workspace, documents, () => client);
  const watched = new WatchedFiles(connection, () => client);
  const settingsDiagnostics = new SettingsDiagnostics(connection);
  const published = new Published(connection, documents);
  const guard = new Guard(connection, host);
  const refresh = new Refresh(
    host,
    guard.around("refresh", undefined, () => publish()),
  );
  /** Nothing is shown before the settings are known: a moment later it could be something else. */
  let configured = false;
  let knows: () => void = () => {};
  const known = new Promise<void>((done) => {
    knows = done;
  });
  /** Whether something is different that a client which asks for diagnostics does not know of. */
  let filesChanged = false;
  let answersQuestions = false;
  let tellsFolders = false;
  let clientCommands: ReadonlySet<string> = new Set();
  const session: Session = {
    connection,
    host,
    workspace,
    documents,
    configuration,
    guard,
    publish: () => {
      filesChanged = true;
      publish();
    },
    diagnostics,
    settled: () => known.then(() => refresh.quiet()),
    measured: (work) => refresh.measured(work),
    client: () => client,
    clientCommands: () => clientCommands,
  };

  connection.onInitialize((params): InitializeResult => {
    const { capabilities, workspaceFolders, rootUri } = params;
    guard.phase = "running";
    client = capabilities;
    clientCommands = commandsOf(params.initializationOptions);
    answersQuestions = capabilities.workspace?.configuration === true;
    tellsFolders = capabilities.workspace?.workspaceFolders === true;
    workspace.folders = foldersOf({ workspaceFolders: workspaceFolders ?? null, rootUri });
    return {
      serverInfo: { name: "asterisk-analyzer" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...Object.assign({}, ...features.map((feature) => feature.capabilities(capabilities))),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(
    guard.around("initialized", undefined, () => {
      if (tellsFolders)
        connection.workspace.onDidChangeWorkspaceFolders(
          guard.around("workspace folders", undefined, ({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => folderPlace(uri)));
            workspace.folders = [
              ...workspace.folders.filter((folder) => !gone.has(folder)),
              ...added.map(({ uri }) => folderPlace(uri)),
            ];
            // What was checked in a folder that is closed is not shown any more.
            workspace.checked = workspace.checked.filter((place) =>
              workspace.folders.some((folder) => place === folder || isBelow(place, folder)),
            );
            configure();
          }),
        );
      configure();
    }),
  );
  connection.onDidChangeConfiguration(
    guard.around("configuration", undefined, ({ settings }) => {
      if (!answersQuestions) configuration.use(settings?.["asterisk-analyzer"], warn);
      configure();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guard.around("watched files", undefined, ({ changes }) => {
      for (const { uri } of changes) diskChanged(placeOf(uri));
      refresh.soon();
    }),
  );
  host.onArrival?.(
    guard.around("arrival", undefined, (place) => {
      diskChanged(place, false);
      refresh.soon();
    }),
  );
  for (const feature of features) feature.listen(session);
  for (const event of [texts.onDidOpen, texts.onDidClose, texts.onDidSave])
    event(
      guard.around("document", undefined, ({ document }) => {
        const place = placeOf(document.uri);
        host.changed?.(place);
        workspace.diskChanged(place);
        // To other files it is the same whether an editor has it open or not.
        if (!documents.isOnDisk(document, host.files(folderOf(place)))) filesChanged = true;
        refresh.soon();
      }),
    );
  texts.onDidChangeContent(
    guard.around("change", undefined, ({ document }) => {
      workspace.textChanged(placeOf(document.uri));
      refresh.soon();
    }),
  );
  connection.onShutdown(() => {
    guard.phase = "over";
    refresh.stop();
  });
  texts.listen(connection);
  connection.listen();

  /** Reads the settings, then everything anew. */
  function configure(): void {
    const fetched = answersQuestions
      ? configuration.fetch(connection, workspace.folders, warn)
      : Promise.resolve();
    const read = fetched.catch((error) => guard.report("configuration", error));
    read.then(() => {
      configured = true;
      filesChanged = true;
      settings.forget();
      workspace.reset();
      refresh.soon();
      knows();
    });
  }

  /** `isNews`: the host has not heard of it yet. */
  function diskChanged(place: string, isNews = true): void {
    if (isNews) host.changed?.(place);
    filesChanged = true;
    if (settings.concerns(place)) {
      settings.forget();
      workspace.reset();
    } else workspace.diskChanged(place);
  }

  function publish(): void {
    if (!configured) return;
    if (!asksForDiagnostics(client)) published.show(diagnostics.all);
    else if (filesChanged && client.workspace?.diagnostics?.refreshSupport === true)
      connection.languages.diagnostics.refresh().catch(() => {});
    filesChanged = false;
    watched.watch(workspace.installations, settings.files.keys());
    settingsDiagnostics.show(settings.files);
  }

  function warn(text: string): void {
    connection.console.warn(text);
  }
}

function foldersOf({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, "rootUri"> & Pick<Required<InitializeParams>, "workspaceFolders">): string[] {
  if (workspaceFolders !== null) return workspaceFolders.map(({ uri }) => folderPlace(uri));
  return rootUri === null ? [] : [folderPlace(rootUri)];
}

/** The names of commands in options of unknown shape. */
function commandsOf(options: unknown): ReadonlySet<string> {
  const commands =
    typeof options === "object" && options !== null && "commands" in options ? options.commands : [];
  return new Set(Array.isArray(commands) ? commands.map(String) : []);
}

function folderPlace(uri: string): string {
  return placeOf(uri).replace(/\/+$/, "");
}
