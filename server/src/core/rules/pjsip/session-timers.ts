import type { PjsipFault } from "../../pjsip/model.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, relatedLines } from "./words.ts";

export const sessionTimers: PjsipFaultRule = {
  id: "pjsip/session-timers",
  on: "pjsip-fault",
  kinds: ["session-timers"],
  effect: "object-rejected",
  summary: "Session timer that is too short",
  describe: (fault) => {
    const { expected = "90", related } = fault.judgement;
    if (equalsIgnoringCase(name(fault), "timers_min_se") && expected !== "90") {
      return {
        message: `the shortest session (${quoted(name(fault))}) is longer than "timers_sess_expires", which is 1800 unless it is set: ${consequence(fault)}`,
      };
    }
    const minimum = related.length > 0 ? `"timers_min_se", ${expected}` : `${expected} seconds`;
    return {
      message: `${quoted(name(fault))} is ${piece(fault)}, less than ${minimum}: ${consequence(fault)}`,
      related: relatedLines(fault, "the minimum"),
      fixes: raise(fault, expected),
    };
  },
};

function raise(fault: PjsipFault, seconds: string): readonly Fix[] {
  const { option, start, end } = fault.judgement;
  const place = option === undefined ? undefined : pieceOf(option, start, end);
  return writtenAt(place, seconds, `Change to ${seconds}`, false);
}
