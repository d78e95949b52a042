// Files that only the client can read: those of a browser, and of folders that are on no disk. The client is asked
// for everything below a folder at once, as far as it goes; what it left out is asked for when it is needed. Until
// the client has answered, things are unknown.

import type { Connection } from "vscode-languageserver";
import type { FileContent, Files, SourceFile } from "../core/api.ts";
import { type FilesParams, type FilesResult, filesRequest } from "../core/protocol.ts";
import { folderOf, isBelow, nameOf, uriOf } from "./places.ts";

export class ClientFiles {
  readonly #connection: Connection;
  /** Places that the client was asked for. */
  readonly #asked = new Set<string>();
  /** Those that it has not answered yet. */
  readonly #waiting = new Set<string>();
  readonly #texts = new Map<string, string>();
  /** What lies in a folder, by its place: names, and whether they are folders. */
  readonly #folders = new Map<string, ReadonlyMap<string, boolean>>();
  #arrived: (place: string) => void = () => {};

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Calls back whenever something that was unknown has come, or is another one now. */
  readonly onArrival = (arrived: (place: string) => void): void => {
    this.#arrived = arrived;
  };

  readonly below = (folder: string): Files => {
    const sources = new Map<string, SourceFile>();
    const placeIn = (path: string): string => (path === "" ? folder : `${folder}/${path}`);
    this.#list(folder);
    return {
      read: (path) => {
        const known = sources.get(path);
        if (known !== undefined) return known;
        const content = this.#read(placeIn(path), path);
        if (typeof content !== "string") sources.set(path, content);
        return content;
      },
      list: (path) => this.#list(placeIn(path)),
    };
  };

  /** A file or folder is another one now: what was read of it stays until the client has answered. */
  readonly changed = (place: string): void => {
    if (this.#folders.has(folderOf(place))) this.#ask(place);
  };

  #read(place: string, path: string): FileContent {
    const text = this.#texts.get(place);
    if (text !== undefined) return { path, text };
    const kind = this.#kind(place);
    if (kind === "unknown") this.#want(folderOf(place));
    if (kind !== "file") return kind;
    this.#want(place);
    return "unknown";
  }

  #list(place: string): readonly string[] | undefined {
    const names = this.#folders.get(place);
    if (names !== undefined) return [...names.keys()];
    const kind = this.#kind(place);
    if (kind === "file" || kind === "absent") return [];
    this.#want(place);
    return undefined;
  }

  /** What the nearest folder above that is known says of a place. */
  #kind(place: string): "file" | "directory" | "absent" | "unknown" {
    if (this.#folders.has(place)) return "directory";
    for (let at = place; at.includes("/"); at = folderOf(at)) {
      const isFolder = this.#folders.get(folderOf(at))?.get(nameOf(at));
      if (isFolder !== undefined) {
        if (at === place) return isFolder ? "directory" : "file";
        return isFolder ? "unknown" : "absent";
      }
      if (this.#folders.has(folderOf(at))) return "absent";
    }
    return "unknown";
  }

  /** Asks once, and not while more than this is on its way. */
  #want(place: string): void {
    const isComing = [...this.#waiting].some((other) => isBelow(place, other));
    // Documents without a file have no folder that could be read; neither is there anything above the first name.
    if (this.#asked.has(place) || isComing || !/^[\w+.-]+:(?:\/\/[^/]*)?\/[^/]/.test(place)) return;
    this.#ask(place);
  }

  #ask(place: string): void {
    const params: FilesParams = { uri: uriOf(place) };
    this.#asked.add(place);
    this.#waiting.add(place);
    this.#connection.sendRequest<FilesResult>(filesRequest, params).then(
      (result) => {
        this.#waiting.delete(place);
        this.#take(place, result);
        this.#arrived(place);
      },
      // A client that does not know the question leaves us with what we know.
      () => this.#waiting.delete(place),
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
    for (const [path, names] of Object.entries(folders))
      this.#folders.set(
        placeIn(path),
        new Map(names.map((name) => [name.replace(/\/$/, ""), name.endsWith("/")])),
      );
    this.#enter(place, this.#texts.has(place) || this.#folders.has(place));
  }

  /** Keeps the list of the folder above true. */
  #enter(place: string, exists: boolean): void {
    const names = this.#folders.get(folderOf(place));
    if (names === undefined) return;
    const others = [...names].filter(([name]) => name !== nameOf(place));
    const own = [nameOf(place), this.#folders.has(place)] as const;
    this.#folders.set(folderOf(place), new Map(exists ? [...others, own] : others));
  }
}
