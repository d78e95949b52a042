import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { objects, piece } from "./words.ts";

export const missingFile: PjsipFaultRule = {
  id: "pjsip/missing-file",
  on: "pjsip-fault",
  kinds: ["missing-file"],
  // Keys are often put in place on the machine itself, so that they are missing here proves nothing.
  effect: "not-checked",
  summary: "Certificate or key that is not in the directory",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not in this directory: if Asterisk does not find it either, it drops ${objects(fault)}`,
  }),
};
