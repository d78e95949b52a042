import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidRegex: PjsipFaultRule = {
  id: "pjsip/invalid-regex",
  on: "pjsip-fault",
  kinds: ["invalid-regex"],
  effect: "object-rejected",
  summary: "Regular expression that does not compile",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a regular expression: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
