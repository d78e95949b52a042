import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted } from "./words.ts";

export const conflictingOptions: PjsipFaultRule = {
  id: "pjsip/conflicting-options",
  on: "pjsip-fault",
  kinds: ["conflicting-options"],
  effect: "object-rejected",
  summary: "Options that exclude each other",
  describe: (fault) => ({
    message: `${quoted(name(fault))} does not go together with ${quoted(fault.judgement.expected ?? "another option")}: ${consequence(fault)}`,
  }),
};
