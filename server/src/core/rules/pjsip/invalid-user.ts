import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidUser: PjsipFaultRule = {
  id: "pjsip/invalid-user",
  on: "pjsip-fault",
  kinds: ["invalid-user-character"],
  effect: "object-rejected",
  summary: "User name with a character that no SIP user can have",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} cannot stand in the user part of a URI: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
