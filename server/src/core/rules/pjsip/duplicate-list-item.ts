import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { piece, withoutSecond } from "./words.ts";

export const duplicateListItem: PjsipFaultRule = {
  id: "pjsip/duplicate-list-item",
  on: "pjsip-fault",
  kinds: ["duplicate-list-item"],
  effect: "redundant",
  summary: "Item that stands in the list already",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is in the list already: Asterisk leaves it out`,
    fixes: withoutSecond(fault),
  }),
};
