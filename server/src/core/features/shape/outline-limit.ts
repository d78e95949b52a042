// An outline that nobody can overlook helps nobody, and takes long to send: of a very large file it leaves details out.

import type { FileSymbol } from "./outline.ts";

/** More symbols than that are too many. */
const mostSymbols = 5000;

/** What is left out first. */
const details: readonly (readonly FileSymbol["kind"][])[] = [
  ["option", "statement"],
  ["label"],
  ["extension", "variable", "include"],
];

/** The symbols, without as many kinds of details as it takes. */
export function withinLimit(
  symbols: readonly FileSymbol[],
  most: number = mostSymbols,
): readonly FileSymbol[] {
  let kept = symbols;
  for (const kinds of details) {
    if (count(kept) <= most) break;
    kept = without(kept, new Set(kinds));
  }
  return kept;
}

function count(symbols: readonly FileSymbol[]): number {
  return symbols.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

function without(
  symbols: readonly FileSymbol[],
  kinds: ReadonlySet<FileSymbol["kind"]>,
): readonly FileSymbol[] {
  return symbols
    .filter(({ kind }) => !kinds.has(kind))
    .map((symbol) =>
      symbol.children.length === 0 ? symbol : { ...symbol, children: without(symbol.children, kinds) },
    );
}
