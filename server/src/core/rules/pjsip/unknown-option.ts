import type { PjsipFaultRule } from "../rule.ts";
import { consequence, meant, name, quoted, replacements } from "./words.ts";

export const unknownOption: PjsipFaultRule = {
  id: "pjsip/unknown-option",
  on: "pjsip-fault",
  kinds: ["unknown-option"],
  effect: "object-rejected",
  summary: "Option that this type of object does not have",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is not an option of ${fault.type}${meant(fault)}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
