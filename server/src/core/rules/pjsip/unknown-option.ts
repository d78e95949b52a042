import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, meant, name, renamed } from "./words.ts";

export const unknownOption: PjsipFaultRule = {
  id: "pjsip/unknown-option",
  on: "pjsip-fault",
  kinds: ["unknown-option"],
  effect: "object-rejected",
  summary: "Option that this type of object does not have",
  describe: (fault, context) => {
    const strange = /[\u00a0\u2000-\u200f\u2028\u202f\u2060\ufeff]/.test(name(fault));
    const invisible = strange ? ", for there is an invisible character in it, such as a no-break space" : "";
    return {
      message: `${quoted(name(fault))} is not an option of ${fault.type}${invisible}${meant(fault)}: ${consequence(fault)}`,
      fixes: renamed(fault, context),
    };
  },
};
