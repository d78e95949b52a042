// How the installation in each folder is checked: what the nearest asterisk-analyzer.json says, then the editor.

import { combineSettings, type FoundSettings, findSettings, settingsFileName } from "../core/api.ts";
import type { EditorSettings } from "./configuration.ts";
import type { Host } from "./host.ts";
import { folderOf, isBelow, nameOf } from "./places.ts";
import type { CheckOptions } from "./snapshot.ts";

interface Known {
  readonly options: CheckOptions;
  readonly found: FoundSettings;
}

export class ProjectSettings {
  readonly #host: Host;
  readonly #editor: (folder: string) => EditorSettings;
  readonly #folders: () => readonly string[];
  readonly #known = new Map<string, Known>();

  constructor(host: Host, editor: (folder: string) => EditorSettings, folders: () => readonly string[]) {
    this.#host = host;
    this.#editor = editor;
    this.#folders = folders;
  }

  /** How files of a folder are checked; the same object until something is different. */
  readonly of = (folder: string): CheckOptions => {
    const known = this.#known.get(folder);
    if (known !== undefined) return known.options;
    const { layer, inlayHints } = this.#editor(folder);
    const found = findSettings(this.#upwards(folder), (at, name) => this.#host.files(at).read(name));
    const versionFrom = found.layers.find(({ chosen }) => chosen.version !== undefined)?.origin;
    const options = {
      ...combineSettings([...found.layers, layer], folder),
      inlayHints,
      ...(versionFrom === undefined ? {} : { versionFrom }),
    };
    this.#known.set(folder, { options, found });
    return options;
  };

  /** The settings files that count somewhere, with what is wrong in them. */
  get files(): ReadonlyMap<string, FoundSettings["faults"]> {
    const all = new Map<string, FoundSettings["faults"]>();
    for (const { found } of this.#known.values())
      for (const place of found.places)
        all.set(
          place,
          found.faults.filter((fault) => fault.place === place),
        );
    return all;
  }

  /** Whether something that may be different at a place can change what counts. */
  concerns(place: string): boolean {
    if (nameOf(place) === settingsFileName || nameOf(place) === ".git") return true;
    return [...this.#known].some(
      ([folder, { found }]) =>
        found.places.includes(place) ||
        (found.unknown && (isBelow(folder, place) || isBelow(place, folder) || place === folder)),
    );
  }

  /** Everything is to be read anew. */
  forget(): void {
    this.#known.clear();
  }

  /** A folder and those above it: in the workspace folder that holds it, and farther where the host sees them. */
  *#upwards(folder: string): Generator<string> {
    for (let at = folder; /^[\w+.-]+:(?:\/\/[^/]*)?\/./.test(at); at = folderOf(at)) {
      const isOpen = this.#folders().some((open) => at === open || isBelow(at, open));
      if (at !== folder && !isOpen && this.#host.seesAbove?.(at) !== true) return;
      yield at;
    }
  }
}
