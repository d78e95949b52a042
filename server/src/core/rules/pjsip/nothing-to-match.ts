import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const nothingToMatch: PjsipFaultRule = {
  id: "pjsip/nothing-to-match",
  on: "pjsip-fault",
  kinds: ["nothing-to-match"],
  effect: "object-rejected",
  summary: "Identify section that matches nothing",
  describe: (fault) => ({
    message: `identify ${quoted(fault.ids[0] ?? "")} has no "match", "match_header" or "match_request_uri": Asterisk drops it`,
  }),
};
