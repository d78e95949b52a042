// The names that a file defines, found as the module that reads the file finds them.

import type { Place } from "../../config/option-span.ts";
import { asciiLower } from "../../text/ascii.ts";

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

  *names(): Generator<string> {
    for (const { name } of this.#byKey.values()) yield name;
  }

  #key(name: string): string {
    return this.ignoresCase ? asciiLower(name) : name;
  }
}
