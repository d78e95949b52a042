// The `match` lines of an identify section: ip_identify_match_handler in res_pjsip_endpoint_identifier_ip.c and
// ast_apply_ha in main/acl.c.

import type { ConfigOption } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import { type AddressRange, holds, plainAddress, rangeOf } from "../address-range.ts";
import type { PjsipObject } from "../judgement.ts";
import { type Item, strippedItems } from "../values/items.ts";
import { addressWithPort, type NumericAddress, splitHostPort } from "../values/numeric-address.ts";

/** An item of a `match` line that is a numeric address. */
export interface AddressMatch {
  readonly option: ConfigOption;
  readonly item: Item;
  /** Behind "!": takes addresses out that earlier items have put in. */
  readonly negated: boolean;
  readonly range: AddressRange;
  /** The source port that a request must have; undefined: any. */
  readonly port: number | undefined;
}

/** An item that is a host name: Asterisk looks it up while it loads, we cannot know with what result. */
export interface HostMatch {
  readonly option: ConfigOption;
  readonly item: Item;
  readonly host: string;
  readonly port: string | undefined;
}

export interface Matches {
  readonly addresses: readonly AddressMatch[];
  readonly hosts: readonly HostMatch[];
}

/** Reads all `match` lines of a section. Items that Asterisk refuses are left out. */
export function readMatches({ options }: PjsipObject): Matches {
  const addresses: AddressMatch[] = [];
  const hosts: HostMatch[] = [];
  for (const option of options) {
    if (option.name !== "match" && asciiLower(option.name) !== "match") continue;
    for (const item of strippedItems(option.value)) {
      const slash = item.text.indexOf("/");
      const negated = item.text.startsWith("!");
      const written = item.text.slice(negated ? 1 : 0, slash === -1 ? undefined : slash);
      const address = negated && slash === -1 ? undefined : addressWithPort(written);
      const range = address && rangeOf(address, slash === -1 ? undefined : item.text.slice(slash + 1));
      if (range !== undefined) addresses.push({ option, item, negated, range, port: portOf(written) });
      else if (item.text !== "" && slash === -1) hosts.push({ option, item, ...splitHostPort(item.text) });
    }
  }
  return { addresses, hosts };
}

/** Port 0 is none. */
function portOf(written: string): number | undefined {
  const { port } = splitHostPort(written);
  const number = port === undefined ? 0 : Number.parseInt(port, 10);
  return Number.isNaN(number) || number === 0 ? undefined : number;
}

/** The item that decides about an address, which is the last that holds it; undefined where none does. */
export function decidingMatch(
  { addresses }: Matches,
  source: NumericAddress,
  port: number | undefined,
): AddressMatch | undefined {
  const address = plainAddress(source);
  return addresses.findLast(
    (match) =>
      holds(match.range, address) && (match.port === undefined || port === undefined || match.port === port),
  );
}

/** Whether requests from an address match; with `port` undefined, from any port. */
export function matchesAddress(matches: Matches, source: NumericAddress, port: number | undefined): boolean {
  return decidingMatch(matches, source, port)?.negated === false;
}
