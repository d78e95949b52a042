import { findExtension } from "../../dialplan/lookup.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { type Identification, isFoundBy } from "../../pjsip/identify/identification.ts";
import { uriUser } from "../../pjsip/identify/uri-user.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { lastOption, lastValue } from "../../pjsip/objects/object-fault.ts";
import { isLoopback, isPrivate } from "../../pjsip/values/address-kinds.ts";
import type { Installation } from "../../workspace/installation.ts";
import { isCertain } from "../../workspace/names.ts";
import { addedBehind } from "../pjsip/added-line.ts";
import type { Finding, Fix, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { sectionAdded } from "./match-edits.ts";
import { addressesToMatch, providerAddresses } from "./providers.ts";
import { isMadeByWizard, sendsOwnName, type Trunk, trunkReader } from "./trunks.ts";

export const unidentifiedTrunk: InstallationRule = {
  id: "identify/unidentified-trunk",
  on: "installation",
  effect: "call-fails",
  summary: "Trunk that no incoming call is taken for",
  *check(installation): Iterable<Finding> {
    const seen = ["endpoint", "identify", "registration", "aor"];
    if (!seen.every((type) => isCertain(type, installation))) return;
    const identification = installation.identification();
    // Every request that nobody else takes belongs to it.
    if (identification.order.includes("anonymous") && hasAnonymous(identification)) return;
    const trunkOf = trunkReader(identification);
    const asking = new Set(
      installation
        .objects()
        .last("endpoint", "auth")
        .filter(({ option }) => option.value !== "")
        .map(({ object }) => object),
    );
    let others: Others | undefined;
    for (const endpoint of identification.endpoints.values()) {
      if (asking.has(endpoint) || identification.byEndpoint.has(endpoint.id)) continue;
      if (isMadeByWizard(endpoint)) continue;
      const trunk = trunkOf(endpoint);
      if (trunk === undefined || (trunk.hosts.length === 0 && !trunk.unfilled)) continue;
      others ??= readOthers(installation, identification);
      const listed = providerAddresses(trunk, installation.settings).length > 0;
      const doubt = doubtOf(trunk, listed, others, identification);
      if (doubt !== "led elsewhere") yield finding(trunk, doubt, installation);
    }
  },
};

/** Whether calls from a trunk's hosts are lost: surely; not if there are none, or something we cannot see helps. */
type Doubt = "none" | "outgoing only" | "own name" | "unknown" | "led elsewhere";

/** `listed`: the settings say where the provider's calls come from, so it does send some, and not as its own name. */
function doubtOf(trunk: Trunk, listed: boolean, others: Others, identification: Identification): Doubt {
  const { endpoint, hosts, addresses, registrations } = trunk;
  if (others.named.has(endpoint.id) || endpoint.id === others.defaultOutbound) return "led elsewhere";
  if (hosts.some((host) => others.hosts.has(host))) return "led elsewhere";
  if (addresses.some((address) => identification.byAddress.around(address).length > 0))
    return "led elsewhere";
  if (isFoundBy(endpoint, "auth_username")) return "led elsewhere";
  if (isFoundBy(endpoint, "username") && !listed) {
    if (sendsOwnName(trunk) || isExtension(trunk)) return "led elsewhere";
    // A program on the same machine is given the name that it has to send.
    if (addresses.length > 0 && addresses.length === hosts.length && addresses.every(isLoopback))
      return "led elsewhere";
    if (isNeighbour(trunk)) return "own name";
  }
  const { withHeader, withUri, withHosts, sections } = identification;
  if (withHeader.length > 0 || withUri.length > 0 || withHosts.length > 0) return "unknown";
  if (sections.length > 0 && addresses.length < hosts.length) return "unknown";
  return filledOption(endpoint, "context") === undefined && registrations.length === 0
    ? "outgoing only"
    : "none";
}

/** A phone at a fixed address that is called by its number, and sends that as its From user. */
function isExtension({ endpoint, registrations }: Trunk): boolean {
  return (
    /^\d{2,6}$/.test(endpoint.id) &&
    registrations.length === 0 &&
    filledOption(endpoint, "outbound_auth") === undefined
  );
}

/** Somebody in the same network may well have been told which name to send. */
function isNeighbour({ endpoint, hosts, addresses, registrations }: Trunk): boolean {
  const near = addresses.length > 0 && addresses.length === hosts.length && addresses.every(isPrivate);
  return near && registrations.length === 0 && filledOption(endpoint, "outbound_auth") === undefined;
}

/** What all sections together say of endpoints, however wrong they are otherwise. */
interface Others {
  /** Endpoints that an identify section or a registration names, even one that Asterisk drops. */
  readonly named: ReadonlySet<string>;
  /** Hosts of endpoints that are identified: others with the same host only call out. */
  readonly hosts: ReadonlySet<string>;
  readonly defaultOutbound: string;
}

function readOthers(installation: Installation, identification: Identification): Others {
  const named = new Set<string>();
  for (const { section, object } of installation.pjsip(installation.load("pjsip.conf")).selected) {
    if (object !== undefined && object.type !== "identify" && object.type !== "registration") continue;
    const value = section.options.findLast(({ name }) => name.toLowerCase() === "endpoint")?.value;
    if (value !== undefined) named.add(value);
  }
  const hosts = new Set<string>();
  const trunkOf = trunkReader(identification);
  const identified = new Set([
    ...identification.byEndpoint.keys(),
    ...identification.lines.map((line) => lastValue(line, "endpoint")),
  ]);
  for (const id of identified) {
    const endpoint = identification.endpoints.get(id);
    for (const host of (endpoint && trunkOf(endpoint)?.hosts) ?? []) hosts.add(host);
  }
  for (const { hosts: names } of identification.withHosts) for (const { host } of names) hosts.add(host);
  const { global } = identification;
  const given = global === undefined ? undefined : lastOption(global, "default_outbound_endpoint")?.value;
  return { named, hosts, defaultOutbound: given ?? "default_outbound_endpoint" };
}

function hasAnonymous({ endpoints }: Identification): boolean {
  if (endpoints.has("anonymous")) return true;
  for (const id of endpoints.keys()) if (id.startsWith("anonymous@")) return true;
  return false;
}

const ends: Readonly<Record<Doubt, string>> = {
  none: ", and Asterisk answers them with 401",
  "outgoing only": "; if it sends any, Asterisk answers them with 401",
  "own name": " unless they happen to carry its name; Asterisk answers others with 401",
  unknown: ", and unless another section happens to match them, Asterisk answers with 401",
  "led elsewhere": "",
};

function finding(trunk: Trunk, doubt: Doubt, installation: Installation): Finding {
  const { endpoint, hosts, registrations } = trunk;
  const more = hosts.length > 1 ? ` and ${hosts.length - 1} more` : "";
  const from = hosts.length === 0 ? "its server" : `${hosts[0]}${more}`;
  const nothing = isFoundBy(endpoint, "username")
    ? "no identify section, no registration with a line and no From user"
    : "no identify section and no registration with a line";
  return {
    ...headerPlace(endpoint.section),
    message: `calls from ${from} find no endpoint: ${nothing} leads them to ${quoted(endpoint.id)}${ends[doubt]}`,
    effect: doubt === "none" ? "call-fails" : "works-otherwise",
    runtimeLog: [
      `Request 'INVITE' from '<from>' failed for '${trunk.addresses.length > 0 ? hosts[0] : "<address>"}:<port>' (callid: <id>) - No matching endpoint found`,
    ],
    related: registrations.map(({ section }) => ({
      ...headerPlace(section),
      message: "the registration, which names no endpoint",
    })),
    fixes: [
      ...sectionAdded(
        endpoint,
        addressesToMatch(trunk, installation.settings),
        installation.identification(),
      ),
      ...registrations.slice(0, 1).flatMap((registration) => lineAdded(registration, endpoint, installation)),
    ],
  };
}

function lineAdded(registration: PjsipObject, endpoint: PjsipObject, installation: Installation): Fix[] {
  const { options, header, file } = registration.section;
  const option = options.findLast((own) => own.file === file && own.line.start > header.start);
  if (option === undefined || isMadeByWizard(registration)) return [];
  const number = contactUser(registration, endpoint, installation);
  const added = [
    ["line", "yes"],
    ["endpoint", endpoint.id],
    ...(number === undefined ? [] : [["contact_user", number]]),
  ] as const;
  const edits = added.flatMap(([name, value]) => addedBehind(option, name, value) ?? []);
  const [first] = edits;
  if (first === undefined || edits.length < added.length) return [];
  const names = number === undefined ? '"line" and "endpoint"' : '"line", "endpoint" and "contact_user"';
  return [
    {
      title: `Add ${names} to registration ${quoted(registration.id)}`,
      safe: false,
      edits: [{ ...first, text: edits.map(({ text }) => text).join("") }],
    },
  ];
}

/**
 * Calls come to the number that the registration gives; without one to `s`. Undefined where it gives one already, or
 * where the dialplan waits for `s`.
 */
function contactUser(
  registration: PjsipObject,
  endpoint: PjsipObject,
  installation: Installation,
): string | undefined {
  const number = uriUser(lastValue(registration, "client_uri"));
  if (lastOption(registration, "contact_user") !== undefined) return undefined;
  if (number === undefined || !/^[\w+.*#-]+$/.test(number)) return undefined;
  if (installation.load("extensions.conf").outcome !== "loaded") return number;
  const context = lastValue(endpoint, "context") || "default";
  const kindOf = (extension: string): string =>
    findExtension(installation.dialplan(), { context, extension, priority: 1 }).kind;
  return kindOf("s") === "found" && kindOf(number) === "not-found" ? undefined : number;
}
