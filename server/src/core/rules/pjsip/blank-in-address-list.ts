import type { PjsipFault } from "../../pjsip/model.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, withoutItem } from "./words.ts";

export const blankInAddressList: PjsipFaultRule = {
  id: "pjsip/blank-in-address-list",
  on: "pjsip-fault",
  kinds: ["acl-blank"],
  effect: "object-rejected",
  summary: "Blank in an address list that does not allow any",
  describe: (fault) => ({
    message: `${quoted(name(fault))} takes no blanks around its commas, as in ${quoted(piece(fault))}: ${consequence(fault)}`,
    fixes: withoutBlanks(fault),
  }),
};

/** The same item without its blanks; no item at all where there is nothing else. */
function withoutBlanks(fault: PjsipFault): readonly Fix[] {
  const { option, start, end } = fault.judgement;
  const text = piece(fault).trim();
  if (text === "") return withoutItem(fault, "Remove the empty item", true);
  const place = option === undefined ? undefined : pieceOf(option, start, end);
  return writtenAt(place, text, "Remove the blanks", true);
}
