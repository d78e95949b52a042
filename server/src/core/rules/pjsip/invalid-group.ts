import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, name, piece } from "./words.ts";

export const invalidGroup: PjsipFaultRule = {
  id: "pjsip/invalid-group",
  on: "pjsip-fault",
  kinds: ["invalid-group"],
  effect: "line-ignored",
  summary: "Call group that is not a number from 0 to 63",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a group from 0 to 63${named(fault)}: Asterisk leaves it out${forWhom(fault)}`,
  }),
};

/** Words make groups of another option. */
function named(fault: PjsipFault): string {
  return /[A-Za-z]/.test(piece(fault)) ? ` (names belong into "named_${name(fault)}")` : "";
}
