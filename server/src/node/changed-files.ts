// The files of an installation with some texts replaced in memory.

import type { FileContent, Files } from "../core/api.ts";

export class ChangedFiles implements Files {
  readonly #base: Files;
  readonly #texts = new Map<string, FileContent>();
  readonly list: Files["list"];

  constructor(base: Files) {
    this.#base = base;
    this.list = base.list;
  }

  readonly read = (path: string): FileContent => this.#texts.get(path) ?? this.#base.read(path);

  write(path: string, text: string): void {
    this.#texts.set(path, { path, text });
  }

  /** Path, old text and new text of each file that became different. */
  get changes(): { readonly path: string; readonly before: string; readonly after: string }[] {
    const changes = [];
    for (const [path, content] of this.#texts) {
      const base = this.#base.read(path);
      if (typeof base === "string" || typeof content === "string" || base.text === content.text) continue;
      changes.push({ path, before: base.text, after: content.text });
    }
    return changes;
  }
}
