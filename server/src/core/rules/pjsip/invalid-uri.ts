import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidUri: PjsipFaultRule = {
  id: "pjsip/invalid-uri",
  on: "pjsip-fault",
  kinds: ["invalid-uri", "unusable-uri"],
  effect: "object-rejected",
  summary: "Value that is not a SIP URI",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a SIP URI: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
