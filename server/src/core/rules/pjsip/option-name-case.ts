import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted, replacements } from "./words.ts";

export const optionNameCase: PjsipFaultRule = {
  id: "pjsip/option-name-case",
  on: "pjsip-fault",
  kinds: ["option-name-case"],
  effect: "object-rejected",
  summary: "Option name that works in lower case only",
  describe: (fault) => ({
    message: `${quoted(name(fault))} works in lower case only: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
