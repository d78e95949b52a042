// What has a name that other lines use: an endpoint, a template, a context, a label, a variable.

import type { Place } from "../../config/option-span.ts";
import type { Span } from "../../text/span.ts";

/**
 * A name and what it stands for. `kind` is a type of object of pjsip.conf, or "wizard", "template", "context",
 * "extension", "label", "variable", "mailbox", "section" ...
 */
export interface NamedThing {
  readonly kind: string;
  readonly name: string;
  /** What sets it apart from others of its kind and name: a root file, a context; "" where nothing is needed. */
  readonly within: string;
}

/** "definition": it comes into being here; "append": it gets more lines here; "write": it gets a value. */
export type Role = "definition" | "append" | "write" | "reference";

/** A place where a thing is named. */
export interface Occurrence {
  readonly thing: NamedThing;
  readonly role: Role;
  readonly file: string;
  readonly span: Span;
  /** Whether the name is written there letter by letter, so that a rename can replace it. */
  readonly literal: boolean;
}

/** One text for each thing. */
export function keyOf({ kind, name, within }: NamedThing): string {
  return `${kind}\0${within}\0${name}`;
}

/** Takes the occurrences in while files are walked through; a place counts once for a thing. */
export class Occurrences {
  readonly byThing: Map<string, Occurrence[]> = new Map();
  readonly byFile: Map<string, Occurrence[]> = new Map();
  readonly #things = new Map<string, NamedThing>();
  readonly #seen = new Set<string>();

  add(kind: string, name: string, role: Role, place: Place, within = "", literal = true): void {
    const { start, end } = place.span;
    if (name === "" || start >= end) return;
    const thing = this.#thing({ kind, name, within });
    const key = keyOf(thing);
    const file = place.file.path;
    const seen = `${file}\0${start}\0${key}`;
    if (this.#seen.has(seen)) return;
    this.#seen.add(seen);
    const occurrence: Occurrence = { thing, role, file, span: place.span, literal };
    append(this.byThing, key, occurrence);
    append(this.byFile, file, occurrence);
  }

  /** The same object for the same thing: there are few things and many places. */
  #thing(thing: NamedThing): NamedThing {
    const key = keyOf(thing);
    const known = this.#things.get(key);
    if (known !== undefined) return known;
    this.#things.set(key, thing);
    return thing;
  }
}

function append(lists: Map<string, Occurrence[]>, key: string, occurrence: Occurrence): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [occurrence]);
  else known.push(occurrence);
}
