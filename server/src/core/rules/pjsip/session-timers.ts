import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, piece, quoted, replacements } from "./words.ts";

export const sessionTimers: PjsipFaultRule = {
  id: "pjsip/session-timers",
  on: "pjsip-fault",
  kinds: ["session-timers"],
  effect: "object-rejected",
  summary: "Session timer that is too short",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is too short for ${quoted(name(fault))}, which must be at least ${fault.judgement.expected ?? "90"}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
