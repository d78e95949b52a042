import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, piece, relatedLines, withoutSecond } from "./words.ts";

export const repeatedAcl: PjsipFaultRule = {
  id: "pjsip/repeated-acl",
  on: "pjsip-fault",
  kinds: ["repeated-acl"],
  effect: "object-rejected",
  summary: "Named ACL that is given twice",
  describe: (fault) => ({
    message: `ACL ${quoted(piece(fault))} is named a second time: ${consequence(fault)}`,
    related: relatedLines(fault, "named here before"),
    fixes: withoutSecond(fault),
  }),
};
