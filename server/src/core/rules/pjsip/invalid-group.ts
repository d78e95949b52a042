import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted, replacements } from "./words.ts";

export const invalidGroup: PjsipFaultRule = {
  id: "pjsip/invalid-group",
  on: "pjsip-fault",
  kinds: ["invalid-group"],
  effect: "line-ignored",
  summary: "Call group that is not a number from 0 to 63",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a group from 0 to 63: Asterisk leaves it out`,
    fixes: replacements(fault),
  }),
};
