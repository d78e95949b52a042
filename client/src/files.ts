// Reads files for a server that cannot do so itself: in a browser, and in folders that are on no disk.

import { type Disposable, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FilesParams, type FilesResult, filesRequest } from "../../server/src/core/protocol.ts";

/** Far above any installation, and below what a web page can hold. */
const maximumFolders = 500;
const maximumFiles = 5000;
const maximumBytes = 64 * 1024 * 1024;
/** Below a folder that nobody has opened in the editor. */
const maximumDepthOutside = 2;

/** What Asterisk may read, by its name; other files are known by name until the server asks for one. */
const readable = /\.(?:conf|ael|lua|sample|j2|template|inc)$|\.conf\.|^asterisk-analyzer\.json$/;
const skipped = /^(?:\.|node_modules$)/;

export function answerFiles(client: BaseLanguageClient): Disposable {
  return client.onRequest(filesRequest, ({ uri }: FilesParams) => new Reader(Uri.parse(uri)).read());
}

class Reader {
  readonly #top: Uri;
  readonly #files: Record<string, string> = {};
  readonly #folders: Record<string, readonly string[]> = {};
  #bytes = 0;

  constructor(top: Uri) {
    this.#top = top;
  }

  async read(): Promise<FilesResult> {
    try {
      const { type, size } = await workspace.fs.stat(this.#top);
      if ((type & FileType.Directory) !== 0) await this.#readFolders();
      else if (size <= maximumBytes) await this.#readFile("");
    } catch {
      // There is no such thing; that is an answer, too.
    }
    return { files: this.#files, folders: this.#folders };
  }

  /** The outer folders first, so that limits leave out what is far from what was asked for. */
  async #readFolders(): Promise<void> {
    const inside = workspace.getWorkspaceFolder(this.#top) !== undefined;
    let waiting = [""];
    for (let depth = 0; waiting.length > 0; depth++) {
      if (!inside && depth >= maximumDepthOutside) return;
      waiting = (await Promise.all(waiting.map((folder) => this.#readFolder(folder)))).flat();
      waiting = waiting.slice(0, maximumFolders - Object.keys(this.#folders).length);
    }
  }

  /** Answers the folders in it. */
  async #readFolder(folder: string): Promise<string[]> {
    let entries: [string, FileType][];
    try {
      entries = await workspace.fs.readDirectory(this.#uriOf(folder));
    } catch {
      return [];
    }
    const isFolder = (type: FileType): boolean => (type & FileType.Directory) !== 0;
    const pathOf = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
    this.#folders[folder] = entries.map(([name, type]) => (isFolder(type) ? `${name}/` : name));
    await Promise.all(
      entries
        .filter(([name, type]) => !isFolder(type) && readable.test(name))
        .map(([name]) => this.#readFile(pathOf(name))),
    );
    return entries
      .filter(([name, type]) => isFolder(type) && !skipped.test(name))
      .map(([name]) => pathOf(name));
  }

  async #readFile(path: string): Promise<void> {
    if (this.#bytes >= maximumBytes || Object.keys(this.#files).length >= maximumFiles) return;
    try {
      const bytes = await workspace.fs.readFile(this.#uriOf(path));
      this.#bytes += bytes.length;
      this.#files[path] = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    } catch {
      // Known by name, and not readable.
    }
  }

  #uriOf(path: string): Uri {
    return path === "" ? this.#top : Uri.joinPath(this.#top, path);
  }
}
