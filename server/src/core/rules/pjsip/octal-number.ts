import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted, replacements } from "./words.ts";

export const octalNumber: PjsipFaultRule = {
  id: "pjsip/octal-number",
  on: "pjsip-fault",
  kinds: ["octal-number"],
  effect: "works-otherwise",
  summary: "Number with a leading zero, which Asterisk reads as octal",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} begins with 0, so Asterisk reads it as the octal number ${Number.parseInt(piece(fault), 8)}`,
    fixes: replacements(fault),
  }),
};
