import type { PjsipFaultRule } from "../rule.ts";
import { instead, name, quoted, replacements } from "./words.ts";

export const removedOption: PjsipFaultRule = {
  id: "pjsip/removed-option",
  on: "pjsip-fault",
  kinds: ["removed-option"],
  effect: "line-ignored",
  summary: "Option that Asterisk no longer heeds",
  describe: (fault) => ({
    message: `${quoted(name(fault))} does nothing any more${instead(fault)}`,
    fixes: replacements(fault),
  }),
};
