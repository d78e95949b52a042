// An outline that nobody can overlook helps nobody, and takes long to send: of a very large file it leaves details out.

import type { FileSymbol } from "./outline.ts";

/** More symbols than that are too many for an editor. */
export const mostSymbols = 5000;

/** What is left out first. */
const details: readonly (readonly FileSymbol["kind"][])[] = [
  ["option", "statement"],
  ["label"],
  ["extension", "variable", "include"],
];

/** A symbol as long as others may still leave it. */
export interface Prunable extends FileSymbol {
  readonly children: Prunable[];
}

/** Counts the symbols of an outline that comes into being; leaves as many kinds of details out as it takes. */
export class OutlineLimit {
  readonly #most: number;
  readonly #symbols: Prunable[];
  readonly #without = new Set<FileSymbol["kind"]>();
  #left = details;
  #count = 0;

  constructor(symbols: Prunable[], most: number) {
    this.#symbols = symbols;
    this.#most = most;
  }

  has(kind: FileSymbol["kind"]): boolean {
    return !this.#without.has(kind);
  }

  /** Another symbol is part of the outline now. */
  grown(): void {
    this.#count++;
    while (this.#count > this.#most) {
      const [kinds, ...rest] = this.#left;
      if (kinds === undefined) return;
      this.#left = rest;
      for (const kind of kinds) this.#without.add(kind);
      this.#count = this.#prune(this.#symbols);
    }
  }

  /** Says how many are left. */
  #prune(symbols: Prunable[]): number {
    if (symbols.length === 0) return 0;
    const kept = symbols.filter(({ kind }) => this.has(kind));
    symbols.length = 0;
    symbols.push(...kept);
    return kept.reduce((sum, { children }) => sum + 1 + this.#prune(children), 0);
  }
}
