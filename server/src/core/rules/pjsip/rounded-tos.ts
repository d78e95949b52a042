import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, piece, replacements } from "./words.ts";

export const roundedTos: PjsipFaultRule = {
  id: "pjsip/rounded-tos",
  on: "pjsip-fault",
  kinds: ["tos-rounded"],
  effect: "works-otherwise",
  summary: "Type of service that loses its two lowest bits",
  describe: (fault) => {
    const kept = fault.judgement.suggestion ?? "a lower number";
    return {
      message: `${quoted(piece(fault))} is no multiple of 4: Asterisk drops the two lowest bits and uses ${kept}${forWhom(fault)}`,
      // Asterisk does the same.
      fixes: replacements(fault).map((fix) => ({ ...fix, safe: true })),
    };
  },
};
