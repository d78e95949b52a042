// From open documents to the installations they belong to. The only state: what was read and worked out, which
// is thrown away as soon as something it came from may have changed.

import type { Files, SourceFile } from "../core/api.ts";
import type { Host } from "./host.ts";
import type { OpenDocuments } from "./open-documents.ts";
import { folderOf, isBelow, nameOf, pathFrom } from "./places.ts";
import { type CheckOptions, Snapshot } from "./snapshot.ts";

/** Folders above a file that are tried as the installation that includes it. */
const maximumClimb = 4;

export class Workspace {
  /** Places of the folders that are open in the editor. */
  folders: readonly string[] = [];
  /** Places of installations that are checked, whether one of their files is open or not. */
  checked: readonly string[] = [];
  readonly #host: Host;
  readonly #documents: OpenDocuments;
  readonly #options: (folder: string) => CheckOptions;
  readonly #disks = new Map<string, Files>();
  readonly #snapshots = new Map<string, Snapshot>();
  /** The last ones that do not hold any more: most of what they know is still true. */
  readonly #outdated = new Map<string, Snapshot>();
  /** The files that were read last, by folder and path. */
  readonly #sources = new Map<string, Map<string, SourceFile>>();

  constructor(host: Host, documents: OpenDocuments, options: (folder: string) => CheckOptions) {
    this.#host = host;
    this.#documents = documents;
    this.#options = options;
  }

  /** The installations of all open documents, and those that were asked for, each once. */
  get installations(): Snapshot[] {
    const all = [
      ...new Set([
        ...this.#documents.places.map((place) => this.installationOf(place)),
        ...this.checked.map((folder) => this.snapshot(folder)),
      ]),
    ];
    // What nobody needed now belonged to documents that are closed.
    this.#outdated.clear();
    const needed = new Set([...this.#snapshots.values()].map(({ folder }) => folder));
    for (const known of [this.#sources, this.#disks])
      for (const folder of known.keys()) if (!needed.has(folder)) known.delete(folder);
    return all;
  }

  /** The outermost installation that reads a document, or the document on its own. */
  installationOf(place: string): Snapshot {
    const own = folderOf(place);
    for (const folder of this.#around(own)) {
      const snapshot = this.snapshot(folder);
      if (snapshot.reads(pathFrom(folder, place))) return snapshot;
    }
    return this.#remember(place, (before) => {
      const files = this.#files(own);
      const language = this.#documents.at(place)?.languageId ?? "";
      return Snapshot.ofFragment(own, files, this.#options(own), nameOf(place), language, before);
    });
  }

  /** A document's text is another one now. */
  textChanged(place: string): void {
    for (const [from, snapshot] of this.#snapshots) {
      if (!touches(place, from)) continue;
      this.#snapshots.delete(from);
      this.#outdated.set(from, snapshot);
    }
  }

  /** Something on disk may be different from what was read. */
  diskChanged(place: string): void {
    this.textChanged(place);
    for (const folder of this.#disks.keys()) if (touches(place, folder)) this.#disks.delete(folder);
  }

  /** Settings or folders are different: nothing that was worked out holds. */
  reset(): void {
    this.#snapshots.clear();
    this.#outdated.clear();
    this.#sources.clear();
    this.#disks.clear();
  }

  /** A folder and those above it, the outermost first, none outside the workspace folder that holds it. */
  #around(own: string): string[] {
    const limits = this.folders.filter((folder) => own === folder || isBelow(own, folder));
    const around: string[] = [];
    let folder = own;
    for (let climbed = 0; climbed <= maximumClimb && folder.includes("/"); climbed++) {
      if (limits.length > 0 && !limits.some((limit) => folder === limit || isBelow(folder, limit))) break;
      around.unshift(folder);
      folder = folderOf(folder);
    }
    return around;
  }

  /** A folder as an installation, whether it is one or not. */
  snapshot(folder: string): Snapshot {
    return this.#remember(folder, (before) =>
      Snapshot.ofFolder(folder, this.#files(folder), this.#options(folder), before),
    );
  }

  #remember(place: string, make: (before: Snapshot | undefined) => Snapshot): Snapshot {
    const known = this.#snapshots.get(place);
    if (known !== undefined) return known;
    const made = make(this.#outdated.get(place));
    this.#outdated.delete(place);
    this.#snapshots.set(place, made);
    return made;
  }

  /** The files below a folder; who has the same text as before is the same object. */
  #files(folder: string): Files {
    const files = this.#documents.over(folder, this.#disk(folder));
    const known = this.#sources.get(folder) ?? new Map<string, SourceFile>();
    this.#sources.set(folder, known);
    return {
      list: files.list,
      read: (path) => {
        const content = files.read(path);
        if (typeof content === "string") return content;
        const before = known.get(path);
        if (before?.text === content.text) return before;
        known.set(path, content);
        return content;
      },
    };
  }

  #disk(folder: string): Files {
    const known = this.#disks.get(folder);
    if (known !== undefined) return known;
    const made = this.#host.files(folder);
    this.#disks.set(folder, made);
    return made;
  }
}

/** Whether a change at a place, which may be a whole folder, can matter to what was read from another. */
function touches(place: string, other: string): boolean {
  return other === place || isBelow(place, other) || isBelow(other, place);
}
