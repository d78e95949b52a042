// Walks through a YAML or JSON document by its schema, and remembers every mistake with its place. Knows nothing
// of what the document is about.

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { closest } from "../text/closest.ts";
import type { ExpectationFault } from "./expectation.ts";

/** One key of a map, with its value. */
export interface Entry {
  readonly key: string;
  readonly keyNode: unknown;
  readonly value: unknown;
}

export class YamlReader {
  readonly #document: Document;
  /** What each alias stands for, found in one walk: to resolve one by one takes a walk each. */
  readonly #targets = new Map<unknown, unknown>();
  readonly #lines = new LineCounter();
  readonly #faults: ExpectationFault[] = [];

  constructor(text: string) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const anchors = new Map<string, unknown>();
    visit(this.#document, {
      Alias: (_, alias) => {
        this.#targets.set(alias, anchors.get(alias.source));
      },
      Value: (_, node) => {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
      },
    });
    for (const { message, pos } of this.#document.errors)
      this.#faults.push({ ...this.#position(pos[0]), message });
  }

  get faults(): readonly ExpectationFault[] {
    return this.#faults;
  }

  /** Undefined for a document that is no YAML. */
  get root(): unknown {
    return this.#document.errors.length > 0 ? undefined : this.#resolved(this.#document.contents);
  }

  line(node: unknown): number {
    return this.#position(startOf(node)).line;
  }

  fault(node: unknown, message: string): void {
    this.#faults.push({ ...this.#position(startOf(node)), message });
  }

  /** The items of a list; undefined, with a fault, for anything else. */
  list(node: unknown, what: string): readonly unknown[] | undefined {
    const found = this.#resolved(node);
    if (isSeq(found)) return found.items.map((item) => this.#resolved(item));
    this.fault(node, `${what} has to be a list`);
    return undefined;
  }

  isList(node: unknown): boolean {
    return isSeq(this.#resolved(node));
  }

  /** The entries of a map; undefined, with a fault, for anything else. */
  entries(node: unknown, what: string): readonly Entry[] | undefined {
    const found = this.#resolved(node);
    if (!isMap(found)) {
      this.fault(node, `${what} has to be a map of keys and values`);
      return undefined;
    }
    return (found as YAMLMap).items.map(({ key, value }) => ({
      key: this.#text(key) ?? "",
      keyNode: key,
      value: this.#resolved(value) ?? key,
    }));
  }

  /** The values of a map by key; keys that are not `known` are faults, and so are `required` ones that miss. */
  map<Key extends string>(
    node: unknown,
    what: string,
    known: readonly Key[],
    required: readonly Key[],
  ): Partial<Record<Key, unknown>> | undefined {
    const entries = this.entries(node, what);
    return entries === undefined ? undefined : this.values(node, entries, what, known, required);
  }

  /** The same for entries that were already looked at. */
  values<Key extends string>(
    node: unknown,
    entries: readonly Entry[],
    what: string,
    known: readonly Key[],
    required: readonly Key[],
  ): Partial<Record<Key, unknown>> {
    const values: Partial<Record<Key, unknown>> = {};
    for (const { key, keyNode, value } of entries) {
      const name = known.find((word) => word === key);
      if (name !== undefined) values[name] = value;
      else {
        const near = closest(key, known);
        const meant = near === undefined ? `known are ${known.join(", ")}` : `did you mean "${near}"?`;
        this.fault(keyNode, `${what} has an unknown key "${key}" (${meant})`);
      }
    }
    for (const key of required) {
      if (!(key in values)) this.fault(node, `${what} has no "${key}"`);
    }
    return values;
  }

  /** A scalar as it is written, so that 0049 stays what it is; undefined, with a fault, for anything else. */
  text(node: unknown, what: string): string | undefined {
    const text = this.#text(node);
    if (text === undefined) this.fault(node, `${what} has to be a text`);
    return text;
  }

  isNull(node: unknown): boolean {
    const found = this.#resolved(node);
    return isScalar(found) && found.value === null;
  }

  #text(node: unknown): string | undefined {
    const found = this.#resolved(node);
    if (!isScalar(found) || found.value === null) return undefined;
    return typeof found.value === "string" ? found.value : (found.source ?? String(found.value));
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  #position(offset: number): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

function startOf(node: unknown): number {
  const range = (node as { readonly range?: readonly number[] | null } | undefined)?.range;
  return range?.[0] ?? 0;
}
