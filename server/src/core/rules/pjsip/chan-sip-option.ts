import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted, replacements } from "./words.ts";

export const chanSipOption: PjsipFaultRule = {
  id: "pjsip/chan-sip-option",
  on: "pjsip-fault",
  kinds: ["chan-sip-option"],
  effect: "object-rejected",
  summary: "Option of chan_sip, which PJSIP does not know",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is an option of chan_sip: ${consequence(fault)}. ${(fault.judgement.expected ?? "").replace(/\.$/, "")}`,
    fixes: replacements(fault),
  }),
};
