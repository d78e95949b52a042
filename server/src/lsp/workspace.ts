// From open documents to the installations they belong to. The only state: what was read and worked out, which
// is thrown away as soon as something it came from may have changed.

import type { Files } from "../core/api.ts";
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

  constructor(host: Host, documents: OpenDocuments, options: (folder: string) => CheckOptions) {
    this.#host = host;
    this.#documents = documents;
    this.#options = options;
  }

  /** The installations of all open documents, and those that were asked for, each once. */
  get installations(): Snapshot[] {
    return [
      ...new Set([
        ...this.#documents.places.map((place) => this.installationOf(place)),
        ...this.checked.map((folder) => this.snapshot(folder)),
      ]),
    ];
  }

  /** The outermost installation that reads a document, or the document on its own. */
  installationOf(place: string): Snapshot {
    const own = folderOf(place);
    for (const folder of this.#around(own)) {
      const snapshot = this.snapshot(folder);
      if (snapshot.reads(pathFrom(folder, place))) return snapshot;
    }
    return this.#remember(place, () => {
      const files = this.#documents.over(own, this.#disk(own));
      const language = this.#documents.at(place)?.languageId ?? "";
      return Snapshot.ofFragment(own, files, this.#options(own), nameOf(place), language);
    });
  }

  /** A document's text is another one now. */
  textChanged(place: string): void {
    for (const from of this.#snapshots.keys()) {
      if (touches(place, from)) this.#snapshots.delete(from);
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
    return this.#remember(folder, () =>
      Snapshot.ofFolder(folder, this.#documents.over(folder, this.#disk(folder)), this.#options(folder)),
    );
  }

  #remember(place: string, make: () => Snapshot): Snapshot {
    const known = this.#snapshots.get(place);
    if (known !== undefined) return known;
    const made = make();
    this.#snapshots.set(place, made);
    return made;
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
