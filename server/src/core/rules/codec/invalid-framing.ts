import { consequence, piece, quoted, replacements } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";

export const invalidFraming: PjsipFaultRule = {
  id: "codec/invalid-framing",
  on: "pjsip-fault",
  kinds: ["invalid-framing"],
  effect: "object-rejected",
  summary: "Packet length of a codec that is not a number",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} has no number of milliseconds behind its ":": ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
