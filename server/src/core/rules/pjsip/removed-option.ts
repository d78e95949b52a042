import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, instead, name, withoutLine } from "./words.ts";

export const removedOption: PjsipFaultRule = {
  id: "pjsip/removed-option",
  on: "pjsip-fault",
  kinds: ["removed-option"],
  effect: "line-ignored",
  summary: "Option that Asterisk no longer heeds",
  describe: (fault) => ({
    message: `${quoted(name(fault))} does nothing any more${forWhom(fault)}${instead(fault)}`,
    fixes: withoutLine(fault, true),
  }),
};
