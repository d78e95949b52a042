// Files that are on no disk: the server asks the client for them.

import assert from "node:assert/strict";
import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { diagnostic, forget, gone } from "./support.ts";

const scheme = "vscode-vfs";
const wrong = "[t]\ntype = transport\nprotocol = udb\nbind = 0.0.0.0\n";

function uri(path: string): Uri {
  return Uri.from({ scheme, authority: "github", path });
}

class FilesInMemory implements FileSystemProvider {
  readonly #texts: Map<string, string>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = new Map(Object.entries(texts));
  }

  write(path: string, text: string): void {
    this.#texts.set(path, text);
    this.#changed.fire([{ type: FileChangeType.Changed, uri: uri(path) }]);
  }

  stat({ path }: Uri): FileStat {
    const text = this.#texts.get(path);
    const isFolder = text === undefined && [...this.#texts.keys()].some((one) => one.startsWith(`${path}/`));
    if (text === undefined && !isFolder) throw FileSystemError.FileNotFound(path);
    const type = isFolder ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: Date.now(), size: text?.length ?? 0 };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const below = [...this.#texts.keys()].filter((one) => one.startsWith(`${path}/`));
    const names = below.map((one) => one.slice(path.length + 1));
    return [
      ...new Map(
        names.map((name): [string, FileType] => [
          name.replace(/\/.*$/, ""),
          name.includes("/") ? FileType.Directory : FileType.File,
        ]),
      ),
    ];
  }

  readFile({ path }: Uri): Uint8Array {
    return new TextEncoder().encode(this.#texts.get(path) ?? "");
  }

  watch(): Disposable {
    return { dispose: () => {} };
  }

  createDirectory(): void {}

  writeFile({ path }: Uri, bytes: Uint8Array): void {
    this.write(path, new TextDecoder().decode(bytes));
  }

  delete({ path }: Uri): void {
    this.#texts.delete(path);
  }

  rename(): void {}
}

suite("files that are on no disk", () => {
  let registration: Disposable;
  const provider = new FilesInMemory({
    "/owner/pbx/pjsip.conf": '#include "pjsip_*.conf"\n',
    "/owner/pbx/pjsip_transports.conf": wrong,
  });
  suiteSetup(() => {
    registration = workspace.registerFileSystemProvider(scheme, provider, { isCaseSensitive: true });
  });
  suiteTeardown(() => registration.dispose());
  teardown(forget);

  test("are checked together with what they include", async () => {
    const document = await workspace.openTextDocument(uri("/owner/pbx/pjsip.conf"));
    await window.showTextDocument(document);
    assert.equal(document.languageId, "asterisk-pjsip");
    const included = { uri: uri("/owner/pbx/pjsip_transports.conf") };
    await diagnostic(included, "pjsip/invalid-word");
    const other = await workspace.openTextDocument(included.uri);
    const edit = new WorkspaceEdit();
    edit.replace(other.uri, other.lineAt(2).range, "protocol = udp");
    assert.ok(await workspace.applyEdit(edit));
    await gone(included, "pjsip/invalid-word");
    assert.ok(await other.save());
  });
});
