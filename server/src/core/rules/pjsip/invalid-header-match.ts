import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, piece } from "./words.ts";

export const invalidHeaderMatch: PjsipFaultRule = {
  id: "pjsip/invalid-header-match",
  on: "pjsip-fault",
  kinds: ["invalid-header-match"],
  effect: "object-rejected",
  summary: "Header match without a header name or colon",
  describe: (fault) => ({
    message: `${piece(fault).endsWith(":") ? `No header name stands before ":"` : `${quoted(piece(fault))} has no ":" between header and value`}: ${consequence(fault)}`,
  }),
};
