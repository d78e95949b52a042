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

/** Takes the occurrences in while files are walked through. The same thing is always the same object. */
export class Occurrences {
  readonly byFile: Map<string, Occurrence[]> = new Map();
  readonly #things = new Map<string, Map<string, NamedThing>>();

  add(kind: string, name: string, role: Role, place: Place, within = "", literal = true): void {
    const { file, span } = place;
    if (name === "" || span.start >= span.end) return;
    const occurrence = { thing: this.#thing(kind, name, within), role, file: file.path, span, literal };
    const known = this.byFile.get(file.path);
    if (known === undefined) this.byFile.set(file.path, [occurrence]);
    else known.push(occurrence);
  }

  /** The thing, where anything names it. */
  thing(kind: string, name: string, within: string): NamedThing | undefined {
    return this.#things.get(`${kind}\0${within}`)?.get(name);
  }

  #thing(kind: string, name: string, within: string): NamedThing {
    const family = `${kind}\0${within}`;
    let things = this.#things.get(family);
    if (things === undefined) {
      things = new Map();
      this.#things.set(family, things);
    }
    let thing = things.get(name);
    if (thing === undefined) {
      thing = { kind, name, within };
      things.set(name, thing);
    }
    return thing;
  }
}
