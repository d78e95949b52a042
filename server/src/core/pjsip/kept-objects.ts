// The objects that are left of pjsip.conf and pjsip_wizard.conf when all is loaded: what sorcery answers to
// somebody who asks for an object by type and name.

import type { PjsipCatalog } from "../catalog/pjsip.ts";
import { byteOrder } from "../text/byte-order.ts";
import type { PjsipObject } from "./judgement.ts";
import type { PjsipModel } from "./model.ts";
import type { WizardModel } from "./wizard-model.ts";

/** Everything is worked out when it is asked for, and once. */
export class KeptObjects {
  readonly #catalog: PjsipCatalog;
  readonly #own: readonly PjsipObject[];
  readonly #made: readonly PjsipObject[];
  readonly #kept = new Map<string, ReadonlyMap<string, PjsipObject>>();

  constructor(
    model: Pick<PjsipModel, "accepted">,
    wizard: Pick<WizardModel, "accepted">,
    catalog: PjsipCatalog,
  ) {
    this.#catalog = catalog;
    this.#own = model.accepted;
    this.#made = wizard.accepted;
  }

  /** By name; objects of pjsip.conf come before those of wizards. */
  ofType(type: string): ReadonlyMap<string, PjsipObject> {
    const known = this.#kept.get(type);
    if (known !== undefined) return known;
    const single = this.#catalog.types.get(type)?.spec.single === true;
    const isOf = (object: PjsipObject): boolean => object.type === type;
    const kept = keptOf(this.#own.filter(isOf), single);
    for (const object of this.#made.filter(isOf)) if (!kept.has(object.id)) kept.set(object.id, object);
    this.#kept.set(type, kept);
    return kept;
  }

  /** In the byte order of their names, in which Asterisk walks through them. */
  sorted(type: string): readonly PjsipObject[] {
    return [...this.ofType(type).values()].sort((left, right) => byteOrder(left.id, right.id));
  }
}

/** One repeated name loses a type all its objects; of single types two slip through the check. */
function keptOf(objects: readonly PjsipObject[], single: boolean): Map<string, PjsipObject> {
  const kept = new Map(objects.map((object) => [object.id, object]));
  // An empty name becomes a random one.
  const nameless = kept.has("") ? objects.filter(({ id }) => id === "").length - 1 : 0;
  const lost = single ? objects.length > 2 : kept.size < objects.length - nameless;
  return lost ? new Map() : kept;
}
