import type { PjsipFaultRule } from "../rule.ts";
import { choices, consequence, name, piece, quoted, replacements } from "./words.ts";

export const invalidWord: PjsipFaultRule = {
  id: "pjsip/invalid-word",
  on: "pjsip-fault",
  kinds: ["unknown-word"],
  effect: "object-rejected",
  summary: "Word that this option does not take",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a value of ${quoted(name(fault))}${choices(fault)}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
