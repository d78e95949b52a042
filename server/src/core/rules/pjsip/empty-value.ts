import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted } from "./words.ts";

export const emptyValue: PjsipFaultRule = {
  id: "pjsip/empty-value",
  on: "pjsip-fault",
  kinds: ["empty-value"],
  effect: "object-rejected",
  summary: "Option that must not be empty",
  describe: (fault) => ({
    message: `${quoted(name(fault))} must not be empty: ${consequence(fault)}`,
  }),
};
