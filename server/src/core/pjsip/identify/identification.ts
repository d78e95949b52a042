// All that decides which endpoint a request is taken for: section 6 of Asterisk's behaviour with pjsip.conf,
// worked out once for an installation.

import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import type { PjsipObject } from "../judgement.ts";
import type { KeptObjects } from "../kept-objects.ts";
import { lastOption, lastValue } from "../objects/object-fault.ts";
import { isTrue } from "../values/booleans.ts";
import { strippedItems } from "../values/items.ts";
import { AddressIndex } from "./address-index.ts";
import { defaultOrder, type IdentifierKind, identifierModule, identifierOrder } from "./identifier-order.ts";
import { type IdentifySection, identifySection } from "./identify-section.ts";

export interface Identification {
  readonly kept: KeptObjects;
  readonly endpoints: ReadonlyMap<string, PjsipObject>;
  /** Objects of a type that stand in pjsip.conf and that Asterisk drops for a mistake. */
  readonly dropped: (type: "endpoint" | "identify") => readonly PjsipObject[];
  /** The kinds whose modules are loaded, in the order in which they are tried. */
  readonly order: readonly IdentifierKind[];
  /** In the byte order of their names. */
  readonly sections: readonly IdentifySection[];
  readonly byAddress: AddressIndex;
  readonly withHeader: readonly IdentifySection[];
  readonly withUri: readonly IdentifySection[];
  readonly withHosts: readonly IdentifySection[];
  readonly byEndpoint: ReadonlyMap<string, readonly IdentifySection[]>;
  /** Registrations with `line=yes`. */
  readonly lines: readonly PjsipObject[];
  readonly global: PjsipObject | undefined;
  /** Whether `user@domain` is never looked for. */
  readonly plainNames: boolean;
  readonly ignoresUserOptions: boolean;
  /** Domains that transports stand for. */
  readonly domains: readonly string[];
  /** Why an answer may be wrong: parts of the configuration that we cannot see. */
  readonly doubts: readonly string[];
}

export function identificationOf(
  kept: KeptObjects,
  written: readonly PjsipObject[],
  moduleLoaded: (module: string) => boolean,
  doubts: readonly string[],
): Identification {
  const global = [...kept.ofType("global").values()].at(-1);
  const given = global === undefined ? undefined : lastOption(global, "endpoint_identifier_order");
  const order = identifierOrder(given?.value ?? defaultOrder);
  const sections = kept.sorted("identify").map(identifySection);
  const byEndpoint = new Map<string, IdentifySection[]>();
  for (const section of sections) {
    addTo(byEndpoint, section.endpoint, section);
  }
  const transports = [...kept.ofType("transport").values()].map((object) => lastValue(object, "domain"));
  return {
    kept,
    endpoints: kept.ofType("endpoint"),
    dropped: (type) =>
      written.filter((object) => object.type === type && kept.ofType(type).get(object.id) !== object),
    order: order.filter((kind) => moduleLoaded(identifierModule[kind])),
    sections,
    byAddress: new AddressIndex(sections),
    withHeader: sections.filter(({ header }) => header !== undefined),
    withUri: sections.filter(({ uri }) => uri !== undefined),
    withHosts: sections.filter(({ hosts }) => hosts.length > 0),
    byEndpoint,
    lines: kept.sorted("registration").filter((object) => isTrue(lastValue(object, "line"))),
    global,
    plainNames: global !== undefined && isTrue(lastValue(global, "disable_multi_domain")),
    ignoresUserOptions: global !== undefined && isTrue(lastValue(global, "ignore_uri_user_options")),
    domains: [...new Set(transports)].filter((domain) => domain !== ""),
    doubts,
  };
}

/** Whether an endpoint may be found by a user name; identify_by is looked at for nothing else. */
export function isFoundBy(endpoint: PjsipObject, word: "username" | "auth_username"): boolean {
  const option = lastOption(endpoint, "identify_by");
  if (option === undefined) return word === "username";
  return strippedItems(option.value).some(({ text }) => asciiLower(text) === word);
}
