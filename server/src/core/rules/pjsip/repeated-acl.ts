import type { PjsipFault } from "../../pjsip/model.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, relatedLines, withoutItem, withoutLine } from "./words.ts";

export const repeatedAcl: PjsipFaultRule = {
  id: "pjsip/repeated-acl",
  on: "pjsip-fault",
  kinds: ["repeated-acl"],
  effect: "object-rejected",
  summary: "Named ACL that is given twice",
  describe: (fault) => ({
    message: `ACL ${quoted(piece(fault))} is named a second time: ${consequence(fault)}`,
    related: relatedLines(fault, "named here before"),
    fixes: fixes(fault),
  }),
};

function fixes(fault: PjsipFault): readonly Fix[] {
  // A line that an object takes over may be its only one elsewhere.
  if (fault.inherited) return [];
  const { option } = fault.judgement;
  return option !== undefined && !option.value.includes(",")
    ? withoutLine(fault, true)
    : withoutItem(fault, "Remove the second one", true);
}
