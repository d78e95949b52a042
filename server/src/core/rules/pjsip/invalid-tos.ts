import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, replacements } from "./words.ts";

export const invalidTos: PjsipFaultRule = {
  id: "pjsip/invalid-tos",
  on: "pjsip-fault",
  kinds: ["invalid-tos"],
  effect: "object-rejected",
  summary: "Value that is no type of service",
  describe: (fault) => ({
    message: `${quoted(name(fault))} takes a number or a name such as ef, cs3 or af41, not ${quoted(piece(fault))}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
