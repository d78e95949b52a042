import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const repeatedAcl: PjsipFaultRule = {
  id: "pjsip/repeated-acl",
  on: "pjsip-fault",
  kinds: ["repeated-acl"],
  effect: "object-rejected",
  summary: "Named ACL that is given twice",
  describe: (fault) => ({
    message: `ACL ${quoted(piece(fault))} is named twice: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
