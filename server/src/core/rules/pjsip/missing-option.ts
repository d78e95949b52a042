import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const missingOption: PjsipFaultRule = {
  id: "pjsip/missing-option",
  on: "pjsip-fault",
  kinds: ["missing-option"],
  effect: "object-rejected",
  summary: "Object that lacks an option it cannot do without",
  describe: (fault) => ({
    message: `${fault.type} ${quoted(fault.ids[0] ?? "")} has no ${quoted(fault.judgement.expected ?? "")}: Asterisk drops it`,
  }),
};
