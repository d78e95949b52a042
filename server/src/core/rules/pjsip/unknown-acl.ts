import type { PjsipFaultRule } from "../rule.ts";
import { objects, piece, quoted, replacements } from "./words.ts";

export const unknownAcl: PjsipFaultRule = {
  id: "pjsip/unknown-acl",
  on: "pjsip-fault",
  kinds: ["unknown-acl"],
  effect: "call-fails",
  summary: "ACL that acl.conf does not have",
  describe: (fault) => ({
    message: `acl.conf has no section ${quoted(piece(fault))}: ${objects(fault)} refuses every address`,
    fixes: replacements(fault),
  }),
};
