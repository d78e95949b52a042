import { valuePlace } from "../../config/option-span.ts";
import { printAddress } from "../../pjsip/address-range.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { matchesAddress } from "../../pjsip/identify/address-match.ts";
import type { Identification } from "../../pjsip/identify/identification.ts";
import type { IdentifySection } from "../../pjsip/identify/identify-section.ts";
import { lastValue } from "../../pjsip/objects/object-fault.ts";
import type { NumericAddress } from "../../pjsip/values/numeric-address.ts";
import { isCertain } from "../../workspace/names.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { matchesAdded } from "./match-edits.ts";
import { isMadeByWizard, lastMatch, sendsOwnName, type Trunk, trunkReader } from "./trunks.ts";

export const contactNotMatched: InstallationRule = {
  id: "identify/contact-not-matched",
  on: "installation",
  effect: "works-otherwise",
  summary: "Identify section that does not match the address its endpoint calls",
  *check(installation): Iterable<Finding> {
    const types = ["endpoint", "identify", "registration", "aor"];
    if (!types.every((type) => isCertain(type, installation))) return;
    const identification = installation.identification();
    const trunkOf = trunkReader(identification);
    const lines = new Set(identification.lines.map((line) => lastValue(line, "endpoint")));
    for (const [id, sections] of identification.byEndpoint) {
      const endpoint = identification.endpoints.get(id);
      const target = sections.findLast(({ addresses }) => addresses.length > 0);
      if (endpoint === undefined || target === undefined || lines.has(id)) continue;
      if (isMadeByWizard(target.object) || sections.some(mayMatchMore)) continue;
      const trunk = trunkOf(endpoint);
      if (trunk === undefined || sendsOwnName(trunk) || usesProxy(trunk)) continue;
      const missing = trunk.addresses.filter((address) => isLost(address, sections, identification));
      const option = lastMatch(target.object);
      if (missing.length === 0 || option === undefined) continue;
      const texts = missing.map(printAddress);
      yield {
        ...valuePlace(option),
        message: `${quoted(id)} calls ${texts.join(" and ")}, and its identify section does not match ${texts.length === 1 ? "this address" : "these addresses"}: calls that come from there find no endpoint`,
        runtimeLog: [
          `Request 'INVITE' from '<from>' failed for '${texts[0]}:<port>' (callid: <id>) - No matching endpoint found`,
        ],
        fixes: matchesAdded(target.object, texts),
      };
    }
  },
};

/** Host names may have any address, and headers come from anywhere. */
function mayMatchMore({ hosts, header, uri }: IdentifySection): boolean {
  return hosts.length > 0 || header !== undefined || uri !== undefined;
}

/** Behind a proxy a contact is no address that requests come from. */
function usesProxy({ endpoint, registrations }: Trunk): boolean {
  return [endpoint, ...registrations].some((object) => filledOption(object, "outbound_proxy") !== undefined);
}

/** Neither the endpoint's own sections nor those of others take requests from an address. */
function isLost(
  address: NumericAddress,
  sections: readonly IdentifySection[],
  { byAddress, withHosts }: Identification,
): boolean {
  if (sections.some((section) => matchesAddress(section, address, undefined))) return false;
  return byAddress.around(address).length === 0 && withHosts.length === 0;
}
