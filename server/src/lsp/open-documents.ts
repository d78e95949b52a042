// The documents that are open in the editor shadow the files on disk.

import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileContent, Files, SourceFile } from "../core/api.ts";
import { folderOf, isBelow, nameOf, pathFrom, placeOf } from "./places.ts";

const byteOrderMark = "\ufeff";

export class OpenDocuments {
  readonly #byPlace = new Map<string, TextDocument>();

  opened(document: TextDocument): void {
    this.#byPlace.set(placeOf(document.uri), document);
  }

  closed(document: TextDocument): void {
    const place = placeOf(document.uri);
    if (this.#byPlace.get(place) === document) this.#byPlace.delete(place);
  }

  get places(): string[] {
    return [...this.#byPlace.keys()];
  }

  at(place: string): TextDocument | undefined {
    return this.#byPlace.get(place);
  }

  /** Whether the file of a document has the same text, but for a byte-order mark. */
  isOnDisk(document: TextDocument, folder: Files): boolean {
    const content = folder.read(nameOf(placeOf(document.uri)));
    return (
      typeof content !== "string" &&
      content.text.replace(/^\ufeff/, "") === document.getText().replace(/^\ufeff/, "")
    );
  }

  /** The files below a folder with the documents in front of them that are open now. */
  over(folder: string, disk: Files): Files {
    const sources = new Map<string, SourceFile>();
    const open = new Map(
      [...this.#byPlace]
        .filter(([place]) => isBelow(place, folder))
        .map(([place, document]) => [pathFrom(folder, place), document] as const),
    );
    return {
      read: (path) => {
        const document = open.get(path);
        const content = disk.read(path);
        if (document === undefined) return content;
        const source = sources.get(path) ?? sourceOf(path, document, content);
        sources.set(path, source);
        return source;
      },
      list: (path) => {
        const names = disk.list(path);
        const here = path === "" ? folder : `${folder}/${path}`;
        const own = [...open.keys()].filter((name) => folderOf(`${folder}/${name}`) === here).map(nameOf);
        return names === undefined || own.every((name) => names.includes(name))
          ? names
          : [...new Set([...names, ...own])];
      },
    };
  }

  /** Whether a text begins with a byte-order mark that the editor does not count: most take it off. */
  hidesMark(place: string, text: string): boolean {
    if (!text.startsWith(byteOrderMark)) return false;
    return this.at(place)?.getText().startsWith(byteOrderMark) !== true;
  }
}

/** What a document is on disk once it is saved: the very file where nothing is edited, so that its text is held once. */
function sourceOf(path: string, document: TextDocument, disk: FileContent): SourceFile {
  const shown = document.getText();
  if (typeof disk === "string") return { path, text: shown };
  // The editor writes a byte-order mark back when it saves, so to Asterisk it is there.
  const marked = disk.text.startsWith(byteOrderMark) && !shown.startsWith(byteOrderMark);
  const text = marked ? byteOrderMark + shown : shown;
  return text === disk.text ? disk : { path, text };
}
