import { holds } from "../../pjsip/address-range.ts";
import type { AddressMatch } from "../../pjsip/identify/address-match.ts";
import type { Identification } from "../../pjsip/identify/identification.ts";
import { isLoopback } from "../../pjsip/values/address-kinds.ts";
import type { NumericAddress } from "../../pjsip/values/numeric-address.ts";
import { changedTo, pieceOf } from "../fix.ts";
import type { Finding, Fix, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { placeOf } from "./overlapping-match.ts";

export const sourcePort: InstallationRule = {
  id: "identify/source-port",
  on: "installation",
  effect: "works-otherwise",
  summary: "Match with a port, which is the port that requests come from",
  *check(installation): Iterable<Finding> {
    const identification = installation.identification();
    for (const section of identification.sections) {
      for (const match of section.addresses) {
        if (match.port === undefined || match.negated || sharesAddress(match, identification)) continue;
        // Programs on one machine have nothing but their ports to be told apart.
        if (isLoopback(addressOf(match))) continue;
        yield finding(section.object.id, match, match.item.text);
      }
    }
  },
};

/** Whether the port tells senders apart that have one address. */
function sharesAddress(match: AddressMatch, { byAddress }: Identification): boolean {
  const { port } = match;
  const address = addressOf(match);
  return byAddress
    .around(address)
    .some(({ addresses }) =>
      addresses.some((other) => other.port !== port && !other.negated && holds(other.range, address)),
    );
}

function addressOf({ range }: AddressMatch): NumericAddress {
  return { family: range.family, parts: range.network, short: false, octal: false };
}

function finding(id: string, match: AddressMatch, text: string): Finding {
  return {
    ...placeOf(match),
    message: `${quoted(text)} matches only requests that come from source port ${match.port}: identify ${quoted(id)} misses calls over TCP and TLS, and those behind NAT, whose source port is another`,
    runtimeLog: [
      `Request 'INVITE' from '<from>' failed for '<address>:<port>' (callid: <id>) - No matching endpoint found`,
    ],
    fixes: withoutPort(match),
  };
}

function withoutPort({ option, item, port }: AddressMatch): readonly Fix[] {
  // A wizard also calls that port, where it is not the usual one.
  if (option.line.name !== option.name && port !== 5060) return [];
  const found = /^\[([^\]]*)\]:\d+|^([^:/]+):\d+/.exec(item.text);
  const address = found?.[1] ?? found?.[2];
  if (found === null || address === undefined) return [];
  const place = pieceOf(option, item.start, item.start + found[0].length);
  return changedTo(place, address, false);
}
