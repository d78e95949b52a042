// The names that a file defines, found as the module that reads the file finds them.

import type { Place } from "../../config/option-span.ts";
import { asciiLower, equalsIgnoringCase } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";

export interface Definition {
  readonly name: string;
  /** Where it is defined; undefined for what Asterisk has by itself. */
  readonly place: Place | undefined;
}

export class NameSet {
  readonly ignoresCase: boolean;
  readonly #byKey = new Map<string, Definition>();

  /** Of several definitions of one name the first is kept. */
  constructor(definitions: Iterable<Definition>, ignoresCase: boolean) {
    this.ignoresCase = ignoresCase;
    for (const definition of definitions) {
      const key = this.#key(definition.name);
      if (!this.#byKey.has(key)) this.#byKey.set(key, definition);
    }
  }

  get size(): number {
    return this.#byKey.size;
  }

  has(name: string): boolean {
    return this.#byKey.has(this.#key(name));
  }

  get(name: string): Definition | undefined {
    return this.#byKey.get(this.#key(name));
  }

  definitions(): Iterable<Definition> {
    return this.#byKey.values();
  }

  /** The name that is most likely meant. Names that differ in their digits only, such as 600 and 601, do not count. */
  closest(name: string): string | undefined {
    const own = letters(name);
    const candidates: string[] = [];
    for (const { name: other } of this.#byKey.values()) {
      if (equalsIgnoringCase(other, name)) return other;
      const left = letters(other);
      if (left !== "" && !equalsIgnoringCase(left, own)) candidates.push(other);
    }
    return closest(name, candidates);
  }

  #key(name: string): string {
    return this.ignoresCase ? asciiLower(name) : name;
  }
}

function letters(name: string): string {
  return name.replace(/[0-9]+/g, "");
}
