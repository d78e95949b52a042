import type { PjsipFault } from "../../pjsip/model.ts";
import { lastValue } from "../../pjsip/objects/object-fault.ts";
import type { Installation } from "../../workspace/installation.ts";
import { matchesAdded } from "../identify/match-edits.ts";
import { addressesToMatch } from "../identify/providers.ts";
import { trunkReader } from "../identify/trunks.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { isMisspelled } from "./missing-option.ts";

export const nothingToMatch: PjsipFaultRule = {
  id: "pjsip/nothing-to-match",
  on: "pjsip-fault",
  kinds: ["nothing-to-match"],
  effect: "object-rejected",
  summary: "Identify section that matches nothing",
  describe: (fault, context) => {
    // What we could not read may hold it.
    if (context.load.partial || isMisspelled(fault, matches, context)) return undefined;
    return {
      message: `identify ${quoted(fault.ids[0] ?? "")} has no "match", "match_header" or "match_request_uri": Asterisk drops it, and calls from there find no endpoint`,
      fixes: matched(fault, context.installation),
    };
  },
};

const matches: readonly string[] = ["match", "match_header", "match_request_uri"];

/** Matches the addresses that the endpoint calls. */
function matched({ section }: PjsipFault, installation: Installation): readonly Fix[] {
  const identification = installation.identification();
  const identify = identification.dropped("identify").find((object) => object.section === section);
  const endpoint = identify && identification.endpoints.get(lastValue(identify, "endpoint"));
  const trunk = endpoint && trunkReader(identification)(endpoint);
  if (identify === undefined || trunk === undefined) return [];
  return matchesAdded(identify, addressesToMatch(trunk, installation.settings));
}
