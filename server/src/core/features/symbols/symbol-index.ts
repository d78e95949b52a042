// Every name of an installation with the places where it is defined and used. Built when somebody asks first, out of
// parts that outlive edits in other files.

import { firstIndex } from "../../text/first-index.ts";
import { placeOf } from "../../workspace/elsewhere/entry-points.ts";
import { type Installation, type InstallationQuestion, rootFiles } from "../../workspace/installation.ts";
import type { Subject } from "../subject.ts";
import { addDialplan } from "./dialplan-symbols.ts";
import { addObjects } from "./pjsip-symbols.ts";
import { addSections, thingFinder } from "./section-symbols.ts";
import { merged, type NamedThing, type Occurrence, Occurrences } from "./symbol.ts";

export class SymbolIndex {
  readonly #occurrences: Occurrences;
  readonly #byFile = new Map<string, readonly Occurrence[]>();
  readonly #byThing = new Map<NamedThing, Occurrence[]>();

  constructor(occurrences: Occurrences) {
    this.#occurrences = occurrences;
    for (const [file, list] of occurrences.byFile) this.#byFile.set(file, this.#inOrder(list));
  }

  /** Each place once for a thing: what several sections inherit is met several times. */
  #inOrder(list: Occurrence[]): readonly Occurrence[] {
    list.sort((left, right) => left.span.start - right.span.start);
    const kept: Occurrence[] = [];
    for (const one of list) {
      const of = this.#byThing.get(one.thing);
      const last = of?.at(-1);
      if (last?.file === one.file && last.span.start === one.span.start) continue;
      kept.push(one);
      if (of === undefined) this.#byThing.set(one.thing, [one]);
      else of.push(one);
    }
    return kept;
  }

  /** The innermost name at an offset, its end included, as where a cursor stands. */
  at(file: string, offset: number): Occurrence | undefined {
    const list = this.#byFile.get(file) ?? [];
    let best: Occurrence | undefined;
    const behind = firstIndex(list, ({ span }) => span.start > offset);
    for (let index = behind - 1, looked = 0; index >= 0 && looked < 20; index--, looked++) {
      const one = list[index] as Occurrence;
      if (one.span.end < offset) continue;
      if (best === undefined || sizeOf(one) < sizeOf(best)) best = one;
    }
    return best;
  }

  /** The thing of this kind and name, where anything in the installation names it. */
  thing(kind: string, name: string, within = ""): NamedThing | undefined {
    return this.#occurrences.thing(kind, name, within);
  }

  /** All places of a thing, by file. */
  of(thing: NamedThing): readonly Occurrence[] {
    return this.#byThing.get(thing) ?? [];
  }

  /** The names in a file, in order. */
  inFile(file: string): readonly Occurrence[] {
    return this.#byFile.get(file) ?? [];
  }

  /** Every thing by its first definition; things that are named only are not among them. */
  *definitions(): Generator<Occurrence> {
    for (const list of this.#byThing.values()) {
      const first = list.find(({ role }) => role === "definition");
      if (first !== undefined) yield first;
    }
  }
}

/** The index of the installation that a subject belongs to. */
export function symbolIndex({ installation, roots }: Subject): SymbolIndex {
  const known = new Set(rootFiles(installation.files));
  const others = roots.filter((root) => !known.has(root));
  return installation.ask(index, others.join("\n"));
}

/** Everything, with root files that are none by their names, one in each line of the key. */
const index: InstallationQuestion<string, SymbolIndex> = {
  compute: (installation, others) => {
    const { ask } = installation;
    const roots = [...(others === "" ? [] : others.split("\n")), ...rootFiles(installation.files)];
    const parts = [
      ...roots.map((root) => ask(ofSections, root)),
      ...[ofObjects, ofDialplan, ofElsewhere].map((part) => ask(part, undefined)),
    ];
    return new SymbolIndex(merged(parts));
  },
};

// Asked apart, so that an edit in one file leaves what came from the others.
const ofSections: InstallationQuestion<string, Occurrences> = {
  compute: (installation, root) => {
    const load = installation.load(root);
    return collected((found) => addSections(load, thingFinder(installation, load), found));
  },
};
const ofObjects = part(addObjects);
const ofDialplan = part(addDialplan);
const ofElsewhere = part(addElsewhere);

function part(
  add: (installation: Installation, occurrences: Occurrences) => void,
): InstallationQuestion<undefined, Occurrences> {
  return { compute: (installation) => collected((found) => add(installation, found)) };
}

function collected(add: (occurrences: Occurrences) => void): Occurrences {
  const found = new Occurrences();
  add(found);
  return found;
}

/** Contexts that other files enter, and mailboxes. */
function addElsewhere(installation: Installation, occurrences: Occurrences): void {
  const elsewhere = installation.elsewhere();
  for (const point of elsewhere.entryPoints().points) {
    const place = placeOf(point);
    if (place !== undefined) occurrences.add("context", point.context, "reference", place);
  }
  for (const { name, place } of elsewhere.voicemail()?.mailboxes.definitions() ?? [])
    if (place !== undefined) occurrences.add("mailbox", name, "definition", place, "", false);
}

function sizeOf({ span }: Occurrence): number {
  return span.end - span.start;
}
