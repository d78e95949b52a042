// What has a name that other lines use: an endpoint, a template, a context, a label, a variable.

import type { Place } from "../../config/option-span.ts";
import { addTo } from "../../text/grouped.ts";
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

/** Takes the occurrences in while files are walked through. The same thing is always the same object. */
export class Occurrences {
  readonly byFile: Map<string, Occurrence[]> = new Map();
  readonly #things = new Map<string, Map<string, NamedThing>>();

  add(kind: string, name: string, role: Role, place: Place, within = "", literal = true): void {
    const { file, span } = place;
    if (name === "" || span.start >= span.end) return;
    const thing = this.#known({ kind, name, within });
    this.#push({ thing, role, file: file.path, span, literal });
  }

  /** Takes over what others have, in their order. */
  addAll({ byFile }: Occurrences): void {
    const things = new Map<NamedThing, NamedThing>();
    for (const list of byFile.values()) {
      for (const one of list) {
        let thing = things.get(one.thing);
        if (thing === undefined) {
          thing = this.#known(one.thing);
          things.set(one.thing, thing);
        }
        this.#push(thing === one.thing ? one : { ...one, thing });
      }
    }
  }

  /** The thing, where anything names it. */
  thing(kind: string, name: string, within: string): NamedThing | undefined {
    return this.#things.get(`${kind}\0${within}`)?.get(name);
  }

  #push(occurrence: Occurrence): void {
    addTo(this.byFile, occurrence.file, occurrence);
  }

  /** The same thing as it was met first. */
  #known(given: NamedThing): NamedThing {
    const family = `${given.kind}\0${given.within}`;
    let things = this.#things.get(family);
    if (things === undefined) {
      things = new Map();
      this.#things.set(family, things);
    }
    const known = things.get(given.name);
    if (known !== undefined) return known;
    things.set(given.name, given);
    return given;
  }
}

/** All of several, which stay as they are. */
export function merged(parts: readonly Occurrences[]): Occurrences {
  const all = new Occurrences();
  for (const part of parts) all.addAll(part);
  return all;
}
