import type { PjsipFaultRule } from "../rule.ts";
import { name, piece, quoted, replacements } from "./words.ts";

export const timerTooLow: PjsipFaultRule = {
  id: "pjsip/timer-too-low",
  on: "pjsip-fault",
  kinds: ["timer-too-low"],
  effect: "works-otherwise",
  summary: "Timer that Asterisk raises to its minimum",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is too low for ${quoted(name(fault))}: Asterisk sets it to ${fault.judgement.expected ?? "its minimum"}`,
    fixes: replacements(fault),
  }),
};
