// An editor that talks to one language server and looks at the clock.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Contestant } from "./peers-contestants.ts";
import type { LargeDocument } from "./peers-documents.ts";

/** After this long a server is taken for hung. */
const patience = 180_000;

const capabilities = {
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: {} },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export class PeerClient {
  readonly #contestant: Contestant;
  readonly #folder: string;
  readonly #document: LargeDocument;
  readonly #uri: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #spawned: number;
  readonly #connection: MessageConnection;
  #capabilities: ServerCapabilities = {};
  #version = 1;
  #spoiled: Range;
  #look: (told: PublishDiagnosticsParams) => void = () => {};

  constructor(contestant: Contestant, folder: string, document: LargeDocument) {
    this.#contestant = contestant;
    this.#folder = folder;
    this.#document = document;
    this.#spoiled = document.spoiled;
    this.#uri = pathToFileURL(join(folder, document.file)).href;
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries({ ...document.others, [document.file]: document.text }))
      writeFileSync(join(folder, name), text);
    this.#spawned = performance.now();
    this.#process = spawn(process.execPath, [...contestant.command]);
    this.#process.stderr.resume();
    const reader = new StreamMessageReader(this.#process.stdout);
    this.#connection = createMessageConnection(reader, new StreamMessageWriter(this.#process.stdin));
    this.#connection.onNotification("textDocument/publishDiagnostics", (told: PublishDiagnosticsParams) =>
      this.#look(told),
    );
    this.#connection.onRequest(
      "workspace/configuration",
      ({ items }: { items: readonly { section?: string }[] }) =>
        items.map(({ section = "" }) => this.#settings(section)),
    );
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onRequest("workspace/workspaceFolders", () => this.#folders);
    this.#connection.listen();
  }

  /** Milliseconds from the start of a server to its answer. It was spawned just now. */
  static async start(
    contestant: Contestant,
    folder: string,
    document: LargeDocument,
  ): Promise<{ readonly client: PeerClient; readonly lasted: number }> {
    const client = new PeerClient(contestant, folder, document);
    const lasted = await client.#initialize();
    return { client, lasted };
  }

  get #folders(): object[] {
    return [{ uri: pathToFileURL(this.#folder).href, name: "bench" }];
  }

  async #initialize(): Promise<number> {
    const answer = await this.#request<{ capabilities: ServerCapabilities }>("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(this.#folder).href,
      workspaceFolders: this.#folders,
      capabilities,
      initializationOptions: this.#contestant.initializationOptions ?? {},
    });
    const lasted = performance.now() - this.#spawned;
    this.#capabilities = answer.capabilities;
    this.#notify("initialized", {});
    const settings = Object.fromEntries(
      ["yaml", "json"].map((section) => [section, this.#settings(section)]),
    );
    this.#notify("workspace/didChangeConfiguration", { settings });
    return lasted;
  }

  /** Milliseconds from opening the document to what is first said of it. */
  async open(): Promise<number> {
    const { languageId, text } = this.#document;
    const begun = performance.now();
    const told = this.#told(({ uri }) => uri === this.#uri);
    this.#notify("textDocument/didOpen", {
      textDocument: { uri: this.#uri, languageId, version: this.#version, text },
    });
    await told;
    return performance.now() - begun;
  }

  /** Milliseconds from an edit to the diagnostics of just that text. */
  async edit(number: number): Promise<number> {
    const { start } = this.#spoiled;
    const text = this.#document.value(number);
    const wrong = number % 2 === 1;
    const version = ++this.#version;
    const begun = performance.now();
    const told = this.#told(
      (params) =>
        params.uri === this.#uri &&
        (params.version ?? version) === version &&
        params.diagnostics.some(({ range }) => range.start.line === start.line) === wrong,
    );
    this.#notify("textDocument/didChange", {
      textDocument: { uri: this.#uri, version },
      contentChanges: [{ range: this.#spoiled, text }],
    });
    this.#spoiled = { start, end: { line: start.line, character: start.character + text.length } };
    await told;
    return performance.now() - begun;
  }

  completion(): Promise<number | undefined> {
    const position = this.#document.complete;
    return this.#ask("textDocument/completion", this.#capabilities.completionProvider, { position });
  }

  hover(): Promise<number | undefined> {
    const position = this.#document.hover;
    return this.#ask("textDocument/hover", this.#capabilities.hoverProvider, { position });
  }

  symbols(): Promise<number | undefined> {
    return this.#ask("textDocument/documentSymbol", this.#capabilities.documentSymbolProvider, {});
  }

  /** Megabytes in use now. */
  memory(): number {
    const { pid = 0 } = this.#process;
    try {
      const found = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
      return Number(found?.[1]) / 1024;
    } catch {
      return Number(spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout) / 1024;
    }
  }

  async end(): Promise<void> {
    this.#connection.dispose();
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }

  /** Undefined where the server does not offer it. */
  async #ask(
    method: string,
    offered: unknown,
    parameters: { readonly position?: Position },
  ): Promise<number | undefined> {
    if (offered === undefined || offered === false) return undefined;
    const begun = performance.now();
    const answer = await this.#request<unknown>(method, { textDocument: { uri: this.#uri }, ...parameters });
    const lasted = performance.now() - begun;
    if (answer === null || JSON.stringify(answer).length < 20)
      throw new Error(`${this.#contestant.name} has no answer to ${method}`);
    return lasted;
  }

  #request<Answer>(method: string, parameters: object): Promise<Answer> {
    return this.#within(method, this.#connection.sendRequest<Answer>(method, parameters));
  }

  #told(holds: (told: PublishDiagnosticsParams) => boolean): Promise<void> {
    const told = new Promise<void>((done) => {
      this.#look = (params) => {
        if (holds(params)) done();
      };
    });
    return this.#within("diagnostics", told);
  }

  #within<Answer>(what: string, answer: Promise<Answer>): Promise<Answer> {
    return new Promise((done, fail) => {
      const message = `${this.#contestant.name}: no ${what} within ${patience / 1000} s`;
      const timer = setTimeout(() => fail(new Error(message)), patience);
      answer.then(done, fail).finally(() => clearTimeout(timer));
    });
  }

  #notify(method: string, parameters: object): void {
    void this.#connection.sendNotification(method, parameters);
  }

  #settings(section: string): unknown {
    return this.#contestant.settings(section, this.#folder);
  }
}
