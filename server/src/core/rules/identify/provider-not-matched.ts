import { holdsRange, readRange } from "../../pjsip/address-range.ts";
import type { IdentifySection } from "../../pjsip/identify/identify-section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { lastValue } from "../../pjsip/objects/object-fault.ts";
import { isCertain } from "../../workspace/names.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { matchesAdded } from "./match-edits.ts";
import { providerAddresses } from "./providers.ts";
import { lastMatch, trunkReader } from "./trunks.ts";

export const providerNotMatched: InstallationRule = {
  id: "identify/provider-not-matched",
  on: "installation",
  effect: "call-fails",
  summary: "Address of a provider that its identify section does not match",
  *check(installation): Iterable<Finding> {
    const { settings } = installation;
    if (settings.providers === undefined || settings.providers.size === 0) return;
    if (!isCertain("endpoint", installation) || !isCertain("identify", installation)) return;
    const identification = installation.identification();
    const trunkOf = trunkReader(identification);
    const lines = new Set(identification.lines.map((line) => lastValue(line, "endpoint")));
    for (const [id, sections] of identification.byEndpoint) {
      const endpoint = identification.endpoints.get(id);
      // A registration with a line leads calls from wherever they come.
      if (endpoint === undefined || lines.has(id)) continue;
      const trunk = trunkOf(endpoint) ?? { endpoint, hosts: [] };
      const missing = providerAddresses(trunk, settings).filter((text) => !isMatched(text, sections));
      const target = sections.findLast(({ object }) => lastMatch(object) !== undefined) ?? sections[0];
      if (missing.length === 0 || target === undefined) continue;
      const listed = missing.slice(0, 3).join(", ");
      yield {
        ...headerPlace(target.object.section),
        message: `calls from ${listed}${missing.length > 3 ? ` and ${missing.length - 3} more` : ""} find no endpoint: the settings list ${missing.length === 1 ? "this address" : "these addresses"} for the provider, and no identify section of ${quoted(id)} matches ${missing.length === 1 ? "it" : "them"}`,
        runtimeLog: [
          `Request 'INVITE' from '<from>' failed for '${missing[0]}:<port>' (callid: <id>) - No matching endpoint found`,
        ],
        fixes: matchesAdded(target.object, missing),
      };
    }
  },
};

/** Whether one item holds all of a range and no other item takes a part of it out again. */
function isMatched(text: string, sections: readonly IdentifySection[]): boolean {
  const range = readRange(text);
  if (range === undefined) return true;
  return sections.some(({ addresses }) => {
    const at = addresses.findLastIndex((match) => !match.negated && holdsRange(match.range, range));
    return at !== -1 && !addresses.slice(at).some((match) => match.negated && holdsRange(range, match.range));
  });
}
