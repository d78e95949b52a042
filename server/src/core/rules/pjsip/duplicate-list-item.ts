import type { PjsipFault } from "../../pjsip/model.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { piece, quoted, withoutItem, withoutLine } from "./words.ts";

export const duplicateListItem: PjsipFaultRule = {
  id: "pjsip/duplicate-list-item",
  on: "pjsip-fault",
  kinds: ["duplicate-list-item"],
  effect: "redundant",
  summary: "Item that stands in the list already",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is in the list already: Asterisk leaves it out`,
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
