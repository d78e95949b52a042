import type { PjsipFaultRule } from "../rule.ts";
import { instead, name, quoted, replacements } from "./words.ts";

export const deprecatedOption: PjsipFaultRule = {
  id: "pjsip/deprecated-option",
  on: "pjsip-fault",
  kinds: ["deprecated-option"],
  effect: "legacy",
  summary: "Option that a newer one replaces",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is deprecated${instead(fault)}`,
    fixes: replacements(fault),
  }),
};
