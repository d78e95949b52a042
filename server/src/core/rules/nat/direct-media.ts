import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { contactsOf, type EndpointLinks, hostOf } from "../../pjsip/endpoint-links.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { ObjectIndex } from "../../pjsip/object-index.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { type Transport, transportsOf } from "../../pjsip/transports.ts";
import { isLoopback, isPrivate } from "../../pjsip/values/address-kinds.ts";
import { isTrue } from "../../pjsip/values/booleans.ts";
import { numericAddress } from "../../pjsip/values/numeric-address.ts";
import { asciiLower } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import { addedBehind, addedTo, changedValue, suggestion } from "../pjsip/added-line.ts";
import type { Edit, Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const directMedia: InstallationRule = {
  id: "nat/direct-media",
  on: "installation",
  effect: "works-otherwise",
  summary: "Direct media with an endpoint behind a NAT",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const { links, transports } = index;
    const relayed = relayedEndpoints(index);
    const endpoints = index.ofType("endpoint");
    // It takes two to send audio past Asterisk.
    if (!index.partial && endpoints.length - relayed.size < 2) return;
    const nat = index.on("endpoint", "rewrite_contact");
    const isReachable = (endpoint: PjsipObject): boolean => {
      const own = transportsOf(endpoint, transports);
      return own.length === 0 || own.some(({ loopback }) => !loopback);
    };
    yield* rewritten(nat.filter((endpoint) => !relayed.has(endpoint) && isReachable(endpoint)));
    if (!transports.some(({ externalMedia }) => externalMedia !== undefined)) return;
    const behindNat = new Set(nat);
    for (const trunk of links.trunks()) {
      if (relayed.has(trunk) || behindNat.has(trunk) || !isReachable(trunk)) continue;
      if (isOutside(trunk, links, transports)) yield outside(trunk);
    }
  },
};

/** The endpoints whose audio goes through Asterisk in any case; it never lets encrypted media go past it. */
function relayedEndpoints(index: ObjectIndex): ReadonlySet<PjsipObject> {
  const relayed = new Set<PjsipObject>(index.on("endpoint", "webrtc"));
  for (const object of index.on("endpoint", "disable_direct_media_on_nat")) relayed.add(object);
  for (const { object, option } of index.last("endpoint", "direct_media")) {
    if (!isTrue(option.value)) relayed.add(object);
  }
  for (const { object, option } of index.last("endpoint", "media_encryption")) {
    if (!["", "no", "none"].includes(asciiLower(option.value))) relayed.add(object);
  }
  return relayed;
}

const outcome = "once Asterisk connects two such endpoints directly, their audio can be lost";

function* rewritten(endpoints: readonly PjsipObject[]): Generator<Finding> {
  const lines = groupedBy(endpoints, (endpoint) => lastOption(endpoint, "rewrite_contact"));
  for (const [option, group] of lines) {
    const [first] = group;
    if (option === undefined) continue;
    const ids = group.map(({ id }) => id);
    const direct = lastOption(first, "direct_media");
    yield {
      ...namePlace(option),
      message: `${counted("endpoint", ids)} may be behind a NAT, but "direct_media" is on${direct === undefined ? " by default" : ""}: ${outcome}`,
      fixes: suggestion(
        "Turn direct_media off",
        turnedOff(direct, () => addedBehind(option, "direct_media", "no")),
      ),
    };
  }
}

function outside(endpoint: PjsipObject): Finding {
  const direct = filledOption(endpoint, "direct_media");
  const place = direct === undefined ? headerPlace(endpoint.section) : namePlace(direct);
  return {
    ...place,
    message: `Asterisk is behind a NAT for endpoint "${endpoint.id}", but "direct_media" is on${direct === undefined ? " by default" : ""}: ${outcome}`,
    fixes: suggestion(
      "Turn direct_media off",
      turnedOff(direct, () => addedTo(endpoint, "direct_media", "no")),
    ),
  };
}

function turnedOff(direct: ConfigOption | undefined, added: () => Edit | undefined): Edit | undefined {
  return direct === undefined ? added() : changedValue(direct, "no");
}

/** A trunk to somewhere that is told an external address. */
function isOutside(endpoint: PjsipObject, links: EndpointLinks, transports: readonly Transport[]): boolean {
  const own = transportsOf(endpoint, transports);
  if (own.length === 0 || !own.every(({ externalMedia }) => externalMedia !== undefined)) return false;
  return !links.aors(endpoint).some((aor) => contactsOf(aor).some(isLocal));
}

function isLocal(contact: string): boolean {
  const address = numericAddress(hostOf(contact) ?? "");
  return address !== undefined && (isPrivate(address) || isLoopback(address));
}
