import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted } from "./words.ts";

export const misplacedOption: PjsipFaultRule = {
  id: "pjsip/misplaced-option",
  on: "pjsip-fault",
  kinds: ["misplaced-option"],
  effect: "object-rejected",
  summary: "Option that belongs to another type of object",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is an option of ${fault.judgement.expected ?? "another type"}, not of ${fault.type}: ${consequence(fault)}`,
  }),
};
