import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted, replacements } from "./words.ts";

export const blankInAddressList: PjsipFaultRule = {
  id: "pjsip/blank-in-address-list",
  on: "pjsip-fault",
  kinds: ["acl-blank"],
  effect: "object-rejected",
  summary: "Blank in an address list that does not allow any",
  describe: (fault) => ({
    message: `${quoted(name(fault))} takes no blank around its commas: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
