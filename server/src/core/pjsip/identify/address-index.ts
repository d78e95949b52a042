// Finds the identify sections that hold an address without walking through all of them: a section is filed
// under its networks, and an address has only as many of these as there are lengths of prefix in use.

import { type AddressRange, networkKey, plainAddress, rangeKey } from "../address-range.ts";
import type { NumericAddress } from "../values/numeric-address.ts";
import type { IdentifySection } from "./identify-section.ts";

export class AddressIndex {
  readonly #byNetwork = new Map<string, number[]>();
  readonly #prefixes = { 4: new Set<number>(), 6: new Set<number>() };
  /** Sections with masks that have gaps: they are always looked at. */
  readonly #others: number[] = [];
  readonly #sections: readonly IdentifySection[];

  constructor(sections: readonly IdentifySection[]) {
    this.#sections = sections;
    for (const [position, { addresses }] of sections.entries()) {
      for (const { range, negated } of addresses) if (!negated) this.#add(range, position);
    }
  }

  #add(range: AddressRange, position: number): void {
    if (range.prefix === undefined) {
      this.#others.push(position);
      return;
    }
    this.#prefixes[range.family].add(range.prefix);
    const key = rangeKey(range);
    const known = this.#byNetwork.get(key);
    if (known === undefined) this.#byNetwork.set(key, [position]);
    else if (known.at(-1) !== position) known.push(position);
  }

  /** The sections with an item that holds the address, in their order; other items may take it out again. */
  around(source: NumericAddress): readonly IdentifySection[] {
    const address = plainAddress(source);
    const found = new Set(this.#others);
    for (const prefix of this.#prefixes[address.family]) {
      for (const position of this.#byNetwork.get(networkKey(address, prefix)) ?? []) found.add(position);
    }
    return [...found]
      .sort((left, right) => left - right)
      .flatMap((position) => this.#sections[position] ?? []);
  }
}
