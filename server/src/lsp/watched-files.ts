// Asks the client to tell of changes on disk: of configuration and settings files in general, and of files with other
// names that an installation includes.

import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { settingsFileName } from "../core/api.ts";
import { folderOf, nameOf, uriOf } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";

const general =
  "**/*.{conf,sample,template,j2,ael,lua,conf.jinja,conf.jinja2,conf.erb,conf.tmpl,conf.gotmpl,conf.gtpl,conf.tpl,conf.in,conf.envsubst}";
const isGeneral =
  /\.(?:conf|sample|template|j2|ael|lua|conf\.(?:jinja2?|erb|tmpl|gotmpl|gtpl|tpl|in|envsubst))$/;
const settings = `**/${settingsFileName}`;
/** Beyond so many, what a script wrote is included; the most likely ones are watched. */
const maximumWatched = 200;

export class WatchedFiles {
  readonly #connection: Connection;
  readonly #client: () => ClientCapabilities;
  #registered: Disposable | undefined;
  #key = "";
  /** One registration after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(connection: Connection, client: () => ClientCapabilities) {
    this.#connection = connection;
    this.#client = client;
  }

  /** Watches what these installations include, whether it is there or not. */
  watch(snapshots: readonly Snapshot[], settingsFiles: Iterable<string>): void {
    const { dynamicRegistration, relativePatternSupport } =
      this.#client().workspace?.didChangeWatchedFiles ?? {};
    if (dynamicRegistration !== true) return;
    const watchers: FileSystemWatcher[] = [{ globPattern: general }, { globPattern: settings }];
    const place = (folder: string, pattern: string): FileSystemWatcher["globPattern"] =>
      relativePatternSupport === true
        ? { baseUri: uriOf(folder), pattern }
        : `${folder}/${pattern}`.replace(/^file:\/\/(?:\/(?=[a-z]:))?/, "");
    // Those above the open folders, and those that others extend.
    for (const file of settingsFiles)
      if (file.startsWith("file:")) watchers.push({ globPattern: place(folderOf(file), nameOf(file)) });
    for (const { folder, included } of snapshots) {
      for (const pattern of included) {
        if (watchers.length > maximumWatched) break;
        const full = `${folder}/${pattern}`;
        if (!full.startsWith("file:") || isGeneral.test(pattern)) continue;
        watchers.push({ globPattern: place(folder, pattern) });
      }
    }
    const key = JSON.stringify(watchers);
    if (key === this.#key) return;
    this.#key = key;
    this.#queue = this.#queue
      .then(() => this.#register(watchers))
      .catch(() => {
        // What a client refuses once it may take another time.
        if (this.#key === key) this.#key = "";
      });
  }

  async #register(watchers: FileSystemWatcher[]): Promise<void> {
    const made = await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    this.#registered?.dispose();
    this.#registered = made;
  }
}
