import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, numbers, piece, quoted, replacements } from "./words.ts";

export const invalidNumber: PjsipFaultRule = {
  id: "pjsip/invalid-number",
  on: "pjsip-fault",
  kinds: ["not-a-number", "number-out-of-range"],
  effect: "object-rejected",
  summary: "Value that is not a number, or not one in the range",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not ${numbers(fault)} for ${quoted(name(fault))}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
