import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidHeaderMatch: PjsipFaultRule = {
  id: "pjsip/invalid-header-match",
  on: "pjsip-fault",
  kinds: ["invalid-header-match"],
  effect: "object-rejected",
  summary: "Header match without a header name or colon",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not of the form "Header: value": ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
