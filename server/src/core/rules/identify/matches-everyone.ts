import { filledOption } from "../../pjsip/effective-options.ts";
import type { AddressMatch } from "../../pjsip/identify/address-match.ts";
import type { IdentifySection } from "../../pjsip/identify/identify-section.ts";
import { lastValue } from "../../pjsip/objects/object-fault.ts";
import { hasAccessList } from "../../pjsip/reachability.ts";
import { isPrivate } from "../../pjsip/values/address-kinds.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { placeOf } from "./overlapping-match.ts";

export const matchesEveryone: InstallationRule = {
  id: "identify/matches-everyone",
  on: "installation",
  effect: "insecure",
  summary: "Identify section that takes calls from the whole internet",
  *check(installation): Iterable<Finding> {
    const { sections, endpoints } = installation.identification();
    for (const section of sections) {
      const endpoint = endpoints.get(section.endpoint);
      const match = section.addresses.find(isWide);
      if (endpoint === undefined || match === undefined || narrowed(section)) continue;
      const asks = filledOption(endpoint, "auth") !== undefined;
      // With a password, and nobody else to be mistaken for, it only is an odd way to write it.
      if (hasAccessList(endpoint) || (asks && sections.length === 1 && endpoints.size === 1)) continue;
      const context = quoted(lastValue(endpoint, "context") || "default");
      yield {
        ...placeOf(match),
        ...(asks ? { effect: "works-otherwise" as const } : {}),
        message: asks
          ? `${quoted(match.item.text)} matches ${reach(match)}: Asterisk takes requests from there for ${quoted(endpoint.id)} before it looks at their From user, so other phones and trunks are asked for its password`
          : `${quoted(match.item.text)} matches ${reach(match)}: strangers may call into context ${context} as ${quoted(endpoint.id)} without a password`,
      };
    }
  },
};

/** Wider than any network that one owner has on the internet. */
function isWide({ range, negated }: AddressMatch): boolean {
  if (negated || range.prefix === undefined) return false;
  if (range.family === 4) return range.prefix < 8;
  return range.prefix < 16 && !isPrivate({ family: 6, parts: range.network, short: false, octal: false });
}

function reach({ range }: AddressMatch): string {
  const all = range.family === 4 ? "IPv4" : "IPv6";
  return range.prefix === 0 ? `every ${all} address` : `a large part of all ${all} addresses`;
}

/** Later items with "!" may leave little of it. */
function narrowed({ addresses }: IdentifySection): boolean {
  return addresses.some(({ negated }) => negated);
}
