// The files of an installation as the editor has them: how it counts their texts, and how it calls them.

import { EditorText } from "./editor-text.ts";
import type { OpenDocuments } from "./open-documents.ts";
import { uriOf } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";

const known = new WeakMap<Snapshot, EditorFiles>();

/** The files of a snapshot, which the editor counts once, however many questions it asks. */
export function editorFiles(snapshot: Snapshot, documents: OpenDocuments): EditorFiles {
  const files = known.get(snapshot) ?? new EditorFiles(snapshot, documents);
  known.set(snapshot, files);
  return files;
}

export class EditorFiles {
  readonly #snapshot: Snapshot;
  readonly #documents: OpenDocuments;
  readonly #texts = new Map<string, EditorText>();
  readonly #uris = new Map<string, string>();

  constructor(snapshot: Snapshot, documents: OpenDocuments) {
    this.#snapshot = snapshot;
    this.#documents = documents;
  }

  text(file: string): EditorText {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const content = this.#snapshot.text(file);
    const made = new EditorText(content, this.#documents.hidesMark(this.#place(file), content));
    this.#texts.set(file, made);
    return made;
  }

  /** The URI of a file, spelled as the editor does where it has the file open. */
  uri(file: string): string {
    const known = this.#uris.get(file);
    if (known !== undefined) return known;
    const place = this.#place(file);
    const uri = this.#documents.at(place)?.uri ?? uriOf(place);
    this.#uris.set(file, uri);
    return uri;
  }

  /** The version of a file that is open. */
  version(file: string): number | null {
    return this.#documents.at(this.#place(file))?.version ?? null;
  }

  #place(file: string): string {
    return `${this.#snapshot.folder}/${file}`;
  }
}
