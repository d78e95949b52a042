import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, piece } from "./words.ts";

export const invalidVariable: PjsipFaultRule = {
  id: "pjsip/invalid-variable",
  on: "pjsip-fault",
  kinds: ["invalid-variable"],
  effect: "object-rejected",
  summary: "Channel variable without an equals sign",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not of the form NAME=value: ${consequence(fault)}`,
  }),
};
