// All things with a name in an installation, found by a part of it.

import type { Installation } from "../workspace/installation.ts";
import type { Location } from "./navigation.ts";
import type { Subject } from "./subject.ts";
import { symbolIndex } from "./symbols/symbol-index.ts";

export interface WorkspaceSymbol {
  readonly kind: string;
  readonly name: string;
  /** What it belongs to: a context, a root file; "" for none. */
  readonly within: string;
  readonly location: Location;
}

/** Editors show no more. */
const most = 1000;

/** The definitions whose name has the letters of the query in this order, in any case; the closest first. */
export function workspaceSymbols(
  installation: Installation,
  roots: readonly string[],
  query: string,
): readonly WorkspaceSymbol[] {
  const subject: Subject = { installation, roots, file: "", text: "" };
  const wanted = query.toLowerCase();
  const found: { readonly rank: number; readonly symbol: WorkspaceSymbol }[] = [];
  for (const { thing, file, span } of symbolIndex(subject).definitions()) {
    const rank = rankOf(thing.name.toLowerCase(), wanted);
    if (rank === undefined) continue;
    // Where a label is written says nothing to a reader.
    const within = thing.kind === "label" ? "" : thing.within;
    found.push({ rank, symbol: { kind: thing.kind, name: thing.name, within, location: { file, span } } });
  }
  found.sort((left, right) => left.rank - right.rank);
  return found.slice(0, most).map(({ symbol }) => symbol);
}

/** Less is closer; undefined: the letters are not all there. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  const at = name.indexOf(wanted);
  if (at === 0) return 1;
  if (at > 0) return 2;
  let from = 0;
  for (const letter of wanted) {
    const next = name.indexOf(letter, from);
    if (next === -1) return undefined;
    from = next + 1;
  }
  return 3;
}
