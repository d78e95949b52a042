import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidMatch: PjsipFaultRule = {
  id: "pjsip/invalid-match",
  on: "pjsip-fault",
  kinds: ["invalid-match", "unresolvable-match", "unresolvable-host"],
  effect: "object-rejected",
  summary: "Address that is neither valid nor a host name",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is neither an address nor a host name: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
