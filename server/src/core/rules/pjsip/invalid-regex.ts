import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, forWhom, piece } from "./words.ts";

export const invalidRegex: PjsipFaultRule = {
  id: "pjsip/invalid-regex",
  on: "pjsip-fault",
  kinds: ["invalid-regex"],
  effect: "object-rejected",
  summary: "Regular expression that does not compile",
  describe: (fault) => {
    const start = `${quoted(piece(fault))} is not a valid regular expression`;
    if (fault.judgement.rejects) return { message: `${start}: ${consequence(fault)}` };
    // Extension states: the object loads, its publisher does not start.
    return { message: `${start}: Asterisk publishes nothing${forWhom(fault)}`, effect: "call-fails" };
  },
};
