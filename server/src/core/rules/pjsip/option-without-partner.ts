import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted } from "./words.ts";

export const optionWithoutPartner: PjsipFaultRule = {
  id: "pjsip/option-without-partner",
  on: "pjsip-fault",
  kinds: ["option-without-partner"],
  effect: "object-rejected",
  summary: "Option that needs another one beside it",
  describe: (fault) => ({
    message: `${quoted(name(fault))} needs ${quoted(fault.judgement.expected ?? "another option")} beside it: ${consequence(fault)}`,
  }),
};
