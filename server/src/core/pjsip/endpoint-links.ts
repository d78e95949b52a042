// What leads to and from endpoints: their aors, and the identify and registration sections that name them.

import { listedItems } from "./effective-options.ts";
import type { PjsipObject } from "./judgement.ts";
import type { ObjectIndex } from "./object-index.ts";
import { allOptions, lastValue } from "./objects/object-fault.ts";
import { wholeNumber } from "./values/c-number.ts";

/** The links of all endpoints, read once. */
export class EndpointLinks {
  readonly #index: ObjectIndex;
  readonly #aors: ReadonlyMap<string, PjsipObject>;
  readonly #identified: ReadonlySet<string>;

  constructor(index: ObjectIndex) {
    this.#index = index;
    this.#aors = new Map(index.ofType("aor").map((aor) => [aor.id, aor]));
    const naming = [...index.ofType("identify"), ...index.ofType("registration")];
    this.#identified = new Set(naming.map((object) => lastValue(object, "endpoint")));
  }

  /** The aors of an endpoint that exist. */
  aors(endpoint: PjsipObject): readonly PjsipObject[] {
    return listedItems(endpoint, "aors").flatMap((name) => this.#aors.get(name) ?? []);
  }

  /** Whether phones may register with the endpoint, and nothing is dialled but what they register. */
  isPhone(endpoint: PjsipObject): boolean {
    const own = this.aors(endpoint);
    return own.some(takesRegistrations) && !own.some((aor) => contactsOf(aor).length > 0);
  }

  /** Whether an identify section names the endpoint, or a registration with `line`. */
  isIdentified({ id }: PjsipObject): boolean {
    return this.#identified.has(id);
  }

  /** The endpoints that are other servers: identified by something else than their name, or logged in to. */
  trunks(): readonly PjsipObject[] {
    const loggedIn = this.#index
      .last("endpoint", "outbound_auth")
      .flatMap(({ object, option }) => (option.value === "" ? [] : [object]));
    const identified = this.#index.ofType("endpoint").filter(({ id }) => this.#identified.has(id));
    const servers = new Set([...identified, ...loggedIn]);
    return [...servers].filter((endpoint) => !this.aors(endpoint).some(takesRegistrations));
  }
}

/** The literal contacts of an aor. */
export function contactsOf(aor: PjsipObject): readonly string[] {
  return allOptions(aor, "contact")
    .flatMap(({ value }) => value.split(","))
    .filter((contact) => contact.trim() !== "");
}

/** The host in a SIP URI; undefined where there is none. */
export function hostOf(uri: string): string | undefined {
  const found = /^[^:]{0,200}sips?:(?:[^@;>]{0,200}@)?(?:\[([^\]]*)\]|([^:;>?]+))/i.exec(uri);
  return found?.[1] ?? found?.[2];
}

function takesRegistrations(aor: PjsipObject): boolean {
  const count = wholeNumber(lastValue(aor, "max_contacts"));
  return typeof count === "object" && count.value > 0n;
}
