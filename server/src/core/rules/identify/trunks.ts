// Endpoints that are other servers, not phones, and what their own sections say of where their calls come from.

import type { ConfigOption } from "../../config/section.ts";
import { filledOption, listedItems } from "../../pjsip/effective-options.ts";
import { contactsOf, hostOf } from "../../pjsip/endpoint-links.ts";
import type { Identification } from "../../pjsip/identify/identification.ts";
import { uriUser } from "../../pjsip/identify/uri-user.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { lastValue } from "../../pjsip/objects/object-fault.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { wholeNumber } from "../../pjsip/values/c-number.ts";
import { type NumericAddress, numericAddress } from "../../pjsip/values/numeric-address.ts";
import { groupedBy } from "../../text/grouped.ts";

export interface Trunk {
  readonly endpoint: PjsipObject;
  /** Static contacts of its aors, and SIP URIs that stand in `aors` themselves. */
  readonly contacts: readonly string[];
  /** Registrations that Asterisk keeps with the same server, by all we can tell. */
  readonly registrations: readonly PjsipObject[];
  /** Hosts of contacts, of registrations and of outbound proxies, as typed; not those still to be filled in. */
  readonly hosts: readonly string[];
  /** Whether there are hosts, and all of them still have to be filled in. */
  readonly unfilled: boolean;
  /** Those of the hosts that are addresses. */
  readonly addresses: readonly NumericAddress[];
  /** Users that the other side may put into its From header. */
  readonly users: ReadonlySet<string>;
}

/** Finds the trunks among endpoints; undefined for a phone or an endpoint that asks for a password. */
export function trunkReader(identification: Identification): (endpoint: PjsipObject) => Trunk | undefined {
  const { kept } = identification;
  const aors = kept.ofType("aor");
  let registrations: Registrations | undefined;
  return (endpoint) => {
    if (filledOption(endpoint, "auth") !== undefined) return undefined;
    const own: PjsipObject[] = [];
    const contacts: string[] = [];
    const uris: string[] = [];
    let takesPhones = false;
    for (const name of listedItems(endpoint, "aors")) {
      if (/^sips?:/i.test(name)) uris.push(name);
      const aor = aors.get(name);
      if (aor === undefined) continue;
      own.push(aor);
      contacts.push(...contactsOf(aor));
      takesPhones ||= takesRegistrations(aor);
    }
    contacts.push(...uris);
    if (contacts.length === 0 && takesPhones) return undefined;
    registrations ??= readRegistrations(identification);
    const contactHosts = contacts.flatMap((contact) => hostOf(contact) ?? []);
    const related = relatedTo(endpoint, contactHosts, registrations);
    if (contacts.length === 0 && related.length === 0) return undefined;
    const hosts = [
      ...contactHosts,
      ...related.flatMap((registration) => hostOf(lastValue(registration, "server_uri")) ?? []),
      ...[endpoint, ...own, ...related].flatMap(
        (object) => hostOf(lastValue(object, "outbound_proxy")) ?? [],
      ),
    ];
    const filledIn = [...new Set(hosts)].filter((host) => !holdsPlaceholder("contact", host));
    const credentials = listedItems(endpoint, "outbound_auth").flatMap(
      (name) => kept.ofType("auth").get(name) ?? [],
    );
    return {
      endpoint,
      contacts,
      registrations: related,
      hosts: filledIn,
      unfilled: filledIn.length === 0 && hosts.length > 0,
      addresses: filledIn.flatMap((host) => numericAddress(host) ?? []),
      users: new Set([
        lastValue(endpoint, "from_user"),
        ...contacts.flatMap((contact) => uriUser(contact) ?? []),
        ...credentials.map((auth) => lastValue(auth, "username")),
        ...related.flatMap((registration) => [
          uriUser(lastValue(registration, "client_uri")) ?? "",
          lastValue(registration, "contact_user"),
        ]),
      ]),
    };
  };
}

/** Whether the other side is likely to send the endpoint's own name, or `name` of `name@domain`. */
export function sendsOwnName({ endpoint, users }: Trunk): boolean {
  return users.has(endpoint.id) || users.has(endpoint.id.split("@")[0] ?? "");
}

/** Whether a wizard made the object. */
export function isMadeByWizard({ options, section }: PjsipObject): boolean {
  return options !== section.options;
}

/** The last `match` line of a section. */
export function lastMatch({ options }: PjsipObject): ConfigOption | undefined {
  return options.findLast(({ name }) => name.toLowerCase() === "match");
}

interface Registrations {
  readonly byId: ReadonlyMap<string, PjsipObject>;
  readonly byAuth: ReadonlyMap<string, readonly PjsipObject[]>;
  readonly byHost: ReadonlyMap<string, readonly PjsipObject[]>;
}

function readRegistrations({ kept }: Identification): Registrations {
  const byId = kept.ofType("registration");
  const all = [...byId.values()];
  return {
    byId,
    byAuth: groupedBy(all, (registration) => lastValue(registration, "outbound_auth")),
    byHost: groupedBy(all, (registration) => hostOf(lastValue(registration, "server_uri")) ?? ""),
  };
}

/** By the same credentials, the same name, or, where there is only one for it, the same server. */
function relatedTo(
  endpoint: PjsipObject,
  hosts: readonly string[],
  { byId, byAuth, byHost }: Registrations,
): readonly PjsipObject[] {
  const found = new Set<PjsipObject>();
  const own = byId.get(endpoint.id);
  if (own !== undefined) found.add(own);
  for (const auth of listedItems(endpoint, "outbound_auth")) {
    for (const registration of byAuth.get(auth) ?? []) found.add(registration);
  }
  for (const host of hosts) {
    const [only, another] = byHost.get(host) ?? [];
    if (only !== undefined && another === undefined) found.add(only);
  }
  return [...found];
}

function takesRegistrations(aor: PjsipObject): boolean {
  const count = wholeNumber(lastValue(aor, "max_contacts"));
  return typeof count === "object" && count.value > 0n;
}
