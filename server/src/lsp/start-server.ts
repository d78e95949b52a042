// The language server: what the client says goes into the workspace, what Asterisk would do comes back.

import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Configuration } from "./configuration.ts";
import type { Session } from "./feature.ts";
import { features } from "./features.ts";
import { Guard } from "./guard.ts";
import type { Host } from "./host.ts";
import { OpenDocuments } from "./open-documents.ts";
import { placeOf } from "./places.ts";
import { Published } from "./published.ts";
import { Refresh } from "./refresh.ts";
import { ShownProblems } from "./shown-problems.ts";
import { Workspace } from "./workspace.ts";

export function startServer(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  const documents = new OpenDocuments(() => texts.all());
  const configuration = new Configuration();
  const workspace = new Workspace(host, documents, configuration.of);
  const published = new Published(connection, documents);
  const guard = new Guard(connection);
  const refresh = new Refresh(
    host,
    guard.around("refresh", undefined, () => {
      if (configured) published.show(everything());
    }),
  );
  /** Nothing is shown before the settings are known: a moment later it could be something else. */
  let configured = false;
  let answersQuestions = false;
  let tellsFolders = false;
  let client: ClientCapabilities = {};
  let clientCommands: ReadonlySet<string> = new Set();
  const session: Session = {
    connection,
    host,
    workspace,
    documents,
    configuration,
    guard,
    client: () => client,
    clientCommands: () => clientCommands,
  };

  connection.onInitialize((params): InitializeResult => {
    const { capabilities, workspaceFolders, rootUri } = params;
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
      for (const { uri } of changes) workspace.diskChanged(placeOf(uri));
      refresh.soon();
    }),
  );
  for (const feature of features) feature.listen(session);
  for (const event of [texts.onDidOpen, texts.onDidClose, texts.onDidSave])
    event(
      guard.around("document", undefined, ({ document }) => {
        workspace.diskChanged(placeOf(document.uri));
        refresh.soon();
      }),
    );
  texts.onDidChangeContent(
    guard.around("change", undefined, ({ document }) => {
      workspace.textChanged(placeOf(document.uri));
      refresh.soon();
    }),
  );
  connection.onShutdown(() => refresh.stop());
  texts.listen(connection);
  connection.listen();

  /** Reads the settings, then everything anew. */
  function configure(): void {
    const fetched = answersQuestions
      ? configuration.fetch(connection, workspace.folders, warn)
      : Promise.resolve();
    const known = fetched.catch((error) => guard.report("configuration", error));
    known.then(() => {
      configured = true;
      workspace.reset();
      refresh.soon();
    });
  }

  function everything(): ReadonlyMap<string, readonly Diagnostic[]> {
    const all = new Map<string, readonly Diagnostic[]>();
    for (const snapshot of workspace.installations) {
      for (const [place, diagnostics] of new ShownProblems(snapshot, documents).diagnostics)
        all.set(place, merged(all.get(place) ?? [], diagnostics));
    }
    return all;
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

/** A file that two installations read has the problems of both, each once. */
function merged(left: readonly Diagnostic[], right: readonly Diagnostic[]): readonly Diagnostic[] {
  if (left.length === 0) return right;
  const key = ({ code, range, message }: Diagnostic): string => JSON.stringify([code, range, message]);
  const known = new Set(left.map(key));
  return [...left, ...right.filter((diagnostic) => !known.has(key(diagnostic)))];
}
