import type { PjsipFaultRule } from "../rule.ts";
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
    };
  },
};

const matches: readonly string[] = ["match", "match_header", "match_request_uri"];
