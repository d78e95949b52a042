// The diagnostics of all installations by place of their file, worked out once for each state of an installation.

import type { ClientCapabilities, Diagnostic } from "vscode-languageserver";
import { digest } from "../core/api.ts";
import type { OpenDocuments } from "./open-documents.ts";
import { ShownProblems } from "./shown-problems.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Workspace } from "./workspace.ts";

type ByPlace = ReadonlyMap<string, readonly Diagnostic[]>;

export class AllDiagnostics {
  readonly #workspace: Workspace;
  readonly #documents: OpenDocuments;
  readonly #client: () => ClientCapabilities;
  readonly #known = new WeakMap<Snapshot, ByPlace>();
  readonly #ids = new WeakMap<readonly Diagnostic[], string>();

  constructor(workspace: Workspace, documents: OpenDocuments, client: () => ClientCapabilities) {
    this.#workspace = workspace;
    this.#documents = documents;
    this.#client = client;
  }

  /** Of all installations that are open or asked for. */
  get all(): ByPlace {
    const all = new Map<string, readonly Diagnostic[]>();
    for (const snapshot of this.#workspace.installations) {
      for (const [place, diagnostics] of this.#of(snapshot))
        all.set(place, merged(all.get(place) ?? [], diagnostics));
    }
    return all;
  }

  /** Of one file, whether it is open or not. */
  at(place: string): readonly Diagnostic[] {
    const snapshots = new Set([...this.#workspace.installations, this.#workspace.installationOf(place)]);
    return [...snapshots].reduce<readonly Diagnostic[]>(
      (before, snapshot) => merged(before, this.#of(snapshot).get(place) ?? []),
      [],
    );
  }

  /** A name for diagnostics that is the same as long as they are. */
  idOf(diagnostics: readonly Diagnostic[]): string {
    const id = this.#ids.get(diagnostics) ?? digest(JSON.stringify(diagnostics));
    this.#ids.set(diagnostics, id);
    return id;
  }

  #of(snapshot: Snapshot): ByPlace {
    const known = this.#known.get(snapshot);
    if (known !== undefined) return known;
    const made = new ShownProblems(snapshot, this.#documents, this.#client()).diagnostics;
    this.#known.set(snapshot, made);
    return made;
  }
}

/** A file that two installations read has the problems of both, each once. */
function merged(left: readonly Diagnostic[], right: readonly Diagnostic[]): readonly Diagnostic[] {
  if (left.length === 0) return right;
  const key = ({ code, range, message }: Diagnostic): string => JSON.stringify([code, range, message]);
  const known = new Set(left.map(key));
  const others = right.filter((diagnostic) => !known.has(key(diagnostic)));
  return others.length === 0 ? left : [...left, ...others];
}
