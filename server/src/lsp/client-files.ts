// Files that only the client can read: those of a browser, and of folders that are on no disk. The client is asked
// for everything below a folder at once; until it has answered, the folder is unknown.

import type { Connection } from "vscode-languageserver";
import type { FileContent, Files, SourceFile } from "../core/api.ts";
import { type FilesParams, type FilesResult, filesRequest } from "../core/workspace-protocol.ts";
import { folderOf, isBelow, nameOf, uriOf } from "./places.ts";

export class ClientFiles {
  readonly #connection: Connection;
  /** Folders that the client was asked for. */
  readonly #asked = new Set<string>();
  readonly #texts = new Map<string, string>();
  /** Names by place of their folder. */
  readonly #folders = new Map<string, ReadonlySet<string>>();
  #arrived: (place: string) => void = () => {};

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Calls back whenever something that was unknown has come, or is another one now. */
  readonly onArrival = (arrived: (place: string) => void): void => {
    this.#arrived = arrived;
  };

  readonly below = (folder: string): Files => {
    if (!this.#covers(folder)) this.#ask(folder);
    const sources = new Map<string, SourceFile>();
    const placeIn = (path: string): string => (path === "" ? folder : `${folder}/${path}`);
    return {
      read: (path) => {
        const known = sources.get(path);
        if (known !== undefined) return known;
        const content = this.#read(placeIn(path), path);
        if (typeof content !== "string") sources.set(path, content);
        return content;
      },
      list: (path) => {
        const place = placeIn(path);
        const names = this.#folders.get(place);
        if (names !== undefined) return [...names];
        return this.#isAbsent(place) ? [] : undefined;
      },
    };
  };

  /** A file or folder is another one now: what was read of it stays until the client has answered. */
  readonly changed = (place: string): void => {
    if (this.#covers(folderOf(place))) this.#fetch(place);
  };

  #covers(folder: string): boolean {
    return [...this.#asked].some((asked) => asked === folder || isBelow(folder, asked));
  }

  #read(place: string, path: string): FileContent {
    const text = this.#texts.get(place);
    if (text !== undefined) return { path, text };
    if (this.#folders.has(place)) return "directory";
    return this.#isAbsent(place) ? "absent" : "unknown";
  }

  /** Whether a folder above is known and does not hold what leads to a place. */
  #isAbsent(place: string): boolean {
    for (let at = place; at.includes("/"); at = folderOf(at)) {
      const names = this.#folders.get(folderOf(at));
      if (names !== undefined) return !names.has(nameOf(at));
    }
    return false;
  }

  #ask(folder: string): void {
    this.#asked.add(folder);
    // Documents without a file have no folder that could be read.
    if (folder.includes("/")) this.#fetch(folder);
  }

  #fetch(place: string): void {
    const params: FilesParams = { uri: uriOf(place) };
    // A client that does not know the question leaves us with what we know.
    this.#connection.sendRequest<FilesResult>(filesRequest, params).then(
      (result) => {
        this.#take(place, result);
        this.#arrived(place);
      },
      () => {},
    );
  }

  #take(place: string, { files, folders }: FilesResult): void {
    for (const known of [...this.#texts.keys(), ...this.#folders.keys()]) {
      if (known !== place && !isBelow(known, place)) continue;
      this.#texts.delete(known);
      this.#folders.delete(known);
    }
    const placeIn = (path: string): string => (path === "" ? place : `${place}/${path}`);
    for (const [path, text] of Object.entries(files)) this.#texts.set(placeIn(path), text);
    for (const [path, names] of Object.entries(folders)) this.#folders.set(placeIn(path), new Set(names));
    this.#enter(place, this.#texts.has(place) || this.#folders.has(place));
  }

  /** Keeps the list of the folder above true. */
  #enter(place: string, exists: boolean): void {
    const names = this.#folders.get(folderOf(place));
    if (names === undefined || names.has(nameOf(place)) === exists) return;
    const others = [...names].filter((name) => name !== nameOf(place));
    this.#folders.set(folderOf(place), new Set(exists ? [...others, nameOf(place)] : others));
  }
}
