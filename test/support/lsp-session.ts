// Talks to the bundled language server over standard input and output, as an editor does.

import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { directoryWith } from "./command-line.ts";

export const serverBundle: string = resolve("dist/server.js");

const severities = ["", "error", "warning", "information", "hint"];
const languages: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)pjsip[^/]*\.conf$|^pjsip\.d\//, "asterisk-pjsip"],
  [/(?:^|\/)extensions[^/]*\.conf$/, "asterisk-dialplan"],
];

/** What a client says of itself. */
export interface LspClient {
  readonly capabilities: object;
  readonly initializationOptions?: object;
}

interface Registrations {
  readonly registrations?: readonly { readonly id: string }[];
  /** Spelled as in the protocol. */
  readonly unregisterations?: readonly { readonly id: string }[];
}

/** What an editor says of itself that takes problems as they come. */
const usual: LspClient = {
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
    textDocument: {
      publishDiagnostics: {
        relatedInformation: true,
        codeDescriptionSupport: true,
        tagSupport: { valueSet: [1, 2] },
      },
    },
  },
};

export class LspSession {
  readonly directory: string;
  readonly process: ChildProcessWithoutNullStreams;
  /** What the server wrote into its log. */
  readonly log: string[] = [];
  /** Our section of the editor's settings. */
  settings: unknown = {};
  /** How often the server told of diagnostics unasked, and how often it wanted to be asked anew. */
  pushed = 0;
  refreshes = 0;
  /** What the server registered, by id. */
  readonly #registered = new Map<string, unknown>();
  /** What the server said it can do. */
  capabilities: Readonly<Record<string, unknown>> = {};
  readonly #connection: MessageConnection;
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly #open = new Map<string, TextDocument>();
  #look: () => void = () => {};

  private constructor(directory: string) {
    this.directory = directory;
    this.process = spawn(process.execPath, [serverBundle, "--stdio"]);
    const reader = new StreamMessageReader(this.process.stdout);
    this.#connection = createMessageConnection(reader, new StreamMessageWriter(this.process.stdin));
    this.#connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.pushed++;
      this.#diagnostics.set(params.uri, params);
      this.#look();
    });
    this.#connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
      this.#look();
    });
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
      items.map(() => this.settings),
    );
    this.#connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      this.#look();
      return null;
    });
    this.#connection.onRequest("client/registerCapability", ({ registrations }: Registrations) => {
      for (const registration of registrations ?? []) this.#registered.set(registration.id, registration);
      this.#look();
      return null;
    });
    this.#connection.onRequest("client/unregisterCapability", ({ unregisterations }: Registrations) => {
      for (const { id } of unregisterations ?? []) this.#registered.delete(id);
      return null;
    });
    this.#connection.listen();
  }

  /** A server that was told nothing yet, beside a new directory with the given files. */
  static connect(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>): LspSession {
    const session = new LspSession(directoryWith(context, files));
    context.after(() => session.exit());
    return session;
  }

  /** Tells the server to end, however far it came; answers its exit code. */
  async exit(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const exited = once(this.process, "exit");
    this.notify("exit", {});
    await exited;
    this.#connection.dispose();
    return this.process.exitCode;
  }

  /** A server whose workspace is a new directory with the given files. It ends with the test. */
  static async start(
    context: TestContext,
    files: Readonly<Record<string, string | Uint8Array>>,
    settings: unknown = {},
    client: LspClient = usual,
  ): Promise<LspSession> {
    const session = new LspSession(directoryWith(context, files));
    context.after(() => session.end());
    session.settings = settings;
    const answer = await session.request("initialize", {
      processId: process.pid,
      rootUri: null,
      ...client,
      workspaceFolders: [{ uri: session.uri(""), name: "test" }],
    });
    session.capabilities = answer.capabilities;
    session.notify("initialized", {});
    return session;
  }

  /** Ends the server as an editor does; answers its exit code. */
  async end(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const exited = once(this.process, "exit");
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 10_000);
    await this.request("shutdown", {});
    this.notify("exit", {});
    await exited;
    clearTimeout(timer);
    this.#connection.dispose();
    return this.process.exitCode;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.directory, path)).href;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of many shapes
  request(method: string, params: object): Promise<any> {
    return this.#connection.sendRequest(method, params);
  }

  /** A request that can be called off. */
  cancellable(
    method: string,
    params: object,
  ): { readonly answer: Promise<unknown>; readonly cancel: () => void } {
    const source = new CancellationTokenSource();
    const answer = this.#connection.sendRequest(method, params, source.token);
    return { answer, cancel: () => source.cancel() };
  }

  get registered(): unknown[] {
    return [...this.#registered.values()];
  }

  notify(method: string, params: object): void {
    void this.#connection.sendNotification(method, params);
  }

  open(path: string, text: string = readFileSync(join(this.directory, path), "utf8")): void {
    const language = languages.find(([pattern]) => pattern.test(path))?.[1] ?? "asterisk-conf";
    const document = TextDocument.create(this.uri(path), language, 1, text);
    this.#open.set(path, document);
    this.notify("textDocument/didOpen", {
      textDocument: { uri: document.uri, languageId: language, version: 1, text },
    });
  }

  /** Replaces the first occurrence of a piece of the buffer. */
  change(path: string, before: string, after: string): void {
    const document = this.#document(path);
    const at = document.getText().indexOf(before);
    assert.notEqual(at, -1, `${path} has no ${JSON.stringify(before)}`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
    this.changeRaw(path, [{ range, text: after }]);
  }

  changeRaw(path: string, contentChanges: { range: Range; text: string }[]): void {
    const document = this.#document(path);
    const version = document.version + 1;
    this.#open.set(path, TextDocument.update(document, contentChanges, version));
    this.notify("textDocument/didChange", { textDocument: { uri: document.uri, version }, contentChanges });
  }

  close(path: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri: this.#document(path).uri } });
    this.#open.delete(path);
  }

  text(path: string): string {
    return this.#document(path).getText();
  }

  positionAt(path: string, offset: number): Position {
    return this.#document(path).positionAt(offset);
  }

  /** Waits until something holds, looking whenever the server said something. */
  until(what: string, holds: () => boolean): Promise<void> {
    return new Promise((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`not within 10 s: ${what}\n${this.log.join("\n")}`)),
        10_000,
      );
      this.#look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#look = () => {};
        done();
      };
      this.#look();
    });
  }

  /** The diagnostics of the present text of an open file. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const { uri, version } = this.#document(path);
    await this.until(`diagnostics of ${path}`, () => this.#diagnostics.get(uri)?.version === version);
    return this.shown(path);
  }

  /** What the editor shows of a file now. */
  shown(path: string): readonly Diagnostic[] {
    return this.shownAt(this.uri(path));
  }

  shownAt(uri: string): readonly Diagnostic[] {
    return this.#diagnostics.get(uri)?.diagnostics ?? [];
  }

  async problems(path: string): Promise<string[]> {
    return (await this.diagnostics(path)).map(problemLine);
  }

  /** The quick fixes where a piece of the buffer stands. */
  actions(path: string, piece: string, only?: readonly string[]): Promise<CodeAction[]> {
    const document = this.#document(path);
    const at = document.getText().indexOf(piece);
    const range = { start: document.positionAt(at), end: document.positionAt(at + piece.length) };
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    return this.request("textDocument/codeAction", { textDocument: { uri: document.uri }, range, context });
  }

  /** Does what an action says, in buffers as in files that are not open; answers the texts by path. */
  apply({ edit }: CodeAction): Readonly<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const change of edit?.documentChanges ?? []) {
      if (!("textDocument" in change)) continue;
      const { uri, version } = change.textDocument;
      const path = decodeURIComponent(uri.slice(this.uri("").length)).replace(/^\//, "");
      const open = this.#open.get(path);
      assert.equal(version, open?.version ?? null);
      const document =
        open ?? TextDocument.create(uri, "", 0, readFileSync(join(this.directory, path), "utf8"));
      texts[path] = TextDocument.applyEdits(
        document,
        change.edits.filter((one) => "newText" in one),
      );
      if (open === undefined) continue;
      const range = { start: { line: 0, character: 0 }, end: open.positionAt(open.getText().length) };
      this.changeRaw(path, [{ range, text: texts[path] }]);
    }
    return texts;
  }

  #document(path: string): TextDocument {
    const document = this.#open.get(path);
    assert.ok(document, `${path} is not open`);
    return document;
  }
}

/** "3:9-13 error codec/unknown-codec", counted from 1. */
export function problemLine({ range, severity, code }: Diagnostic): string {
  const { start, end } = range;
  const to = start.line === end.line ? `${end.character + 1}` : `${end.line + 1}:${end.character + 1}`;
  return `${start.line + 1}:${start.character + 1}-${to} ${severities[severity ?? 0]} ${code}`;
}
