// All objects of an installation, found by type and by the options that they have, for rules that look for few
// objects among many.

import type { ConfigOption } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { addTo } from "../text/grouped.ts";
import { type CodecSet, codecSet } from "./codec-set.ts";
import { EndpointLinks } from "./endpoint-links.ts";
import type { PjsipObject } from "./judgement.ts";
import { readTransport, type Transport } from "./transports.ts";
import { isTrue } from "./values/booleans.ts";

/** A line of an object. */
export interface Setting {
  readonly object: PjsipObject;
  readonly option: ConfigOption;
}

/** Everything is worked out when it is asked for, and once. */
export class ObjectIndex {
  /** There may be objects that we cannot see, since something was not read. */
  readonly partial: boolean;
  readonly #byType = new Map<string, PjsipObject[]>();
  /** By type and name of an option, those that have it: few options are ever asked for. */
  readonly #having = new Map<string, Map<string, PjsipObject[]>>();
  readonly #lines = new Map<string, readonly Setting[]>();
  readonly #last = new Map<string, readonly Setting[]>();
  readonly #codecs = new Map<ConfigOption, CodecSet>();
  #transports: readonly Transport[] | undefined;
  #links: EndpointLinks | undefined;

  constructor(objects: Iterable<PjsipObject>, partial: boolean) {
    this.partial = partial;
    for (const object of objects) {
      addTo(this.#byType, object.type, object);
    }
  }

  /** In the order in which Asterisk reads them. */
  ofType(type: string): readonly PjsipObject[] {
    return this.#byType.get(type) ?? [];
  }

  /** Every line of an option in the objects of a type; those of one object stand together. */
  lines(type: string, name: string): readonly Setting[] {
    const key = `${type} ${name}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const lines: Setting[] = [];
    for (const object of this.#objectsWith(type, name))
      for (const option of object.options) if (isNamed(option, name)) lines.push({ object, option });
    this.#lines.set(key, lines);
    return lines;
  }

  /** The lines of an option that count: the last one of each object. */
  last(type: string, name: string): readonly Setting[] {
    const key = `${type} ${name}`;
    const known = this.#last.get(key);
    if (known !== undefined) return known;
    const last: Setting[] = [];
    for (const object of this.#objectsWith(type, name)) {
      const option = object.options.findLast((each) => isNamed(each, name));
      if (option !== undefined) last.push({ object, option });
    }
    this.#last.set(key, last);
    return last;
  }

  #objectsWith(type: string, name: string): readonly PjsipObject[] {
    let byName = this.#having.get(type);
    if (byName === undefined) {
      byName = objectsByOption(this.ofType(type));
      this.#having.set(type, byName);
    }
    return byName.get(name) ?? [];
  }

  /** The objects in which an option is switched on. */
  on(type: string, name: string): readonly PjsipObject[] {
    return this.last(type, name)
      .filter(({ option }) => isTrue(option.value))
      .map(({ object }) => object);
  }

  /** The codecs of an endpoint; where it has one line about them, they are found once for all who inherit it. */
  codecs({ options }: PjsipObject): CodecSet {
    const lines = options.filter(({ name }) => {
      const lower = asciiLower(name);
      return lower === "allow" || lower === "disallow";
    });
    const [only] = lines;
    if (only === undefined || lines.length > 1) return codecSet(lines);
    const known = this.#codecs.get(only);
    if (known !== undefined) return known;
    const codecs = codecSet(lines);
    this.#codecs.set(only, codecs);
    return codecs;
  }

  get transports(): readonly Transport[] {
    this.#transports ??= this.ofType("transport").map(readTransport);
    return this.#transports;
  }

  get links(): EndpointLinks {
    this.#links ??= new EndpointLinks(this);
    return this.#links;
  }
}

function objectsByOption(objects: readonly PjsipObject[]): Map<string, PjsipObject[]> {
  const byName = new Map<string, PjsipObject[]>();
  for (const object of objects) {
    for (const option of object.options) {
      const name = asciiLower(option.name);
      const having = byName.get(name);
      if (having === undefined) byName.set(name, [object]);
      else if (having.at(-1) !== object) having.push(object);
    }
  }
  return byName;
}

/** `name`: in lower case. */
function isNamed(option: ConfigOption, name: string): boolean {
  return option.name === name || asciiLower(option.name) === name;
}
