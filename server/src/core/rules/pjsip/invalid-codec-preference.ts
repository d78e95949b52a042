import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidCodecPreference: PjsipFaultRule = {
  id: "pjsip/invalid-codec-preference",
  on: "pjsip-fault",
  kinds: ["invalid-codec-preference"],
  effect: "object-rejected",
  summary: "Codec preference that cannot be",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a codec preference: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
