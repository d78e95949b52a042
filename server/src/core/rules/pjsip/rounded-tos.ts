import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted, replacements } from "./words.ts";

export const roundedTos: PjsipFaultRule = {
  id: "pjsip/rounded-tos",
  on: "pjsip-fault",
  kinds: ["tos-rounded"],
  effect: "works-otherwise",
  summary: "Type of service that loses its two lowest bits",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} uses the two lowest bits, which Asterisk drops`,
    fixes: replacements(fault),
  }),
};
