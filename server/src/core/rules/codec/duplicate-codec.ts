import { piece, quoted, replacements } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";

export const duplicateCodec: PjsipFaultRule = {
  id: "codec/duplicate-codec",
  on: "pjsip-fault",
  kinds: ["duplicate-codec"],
  effect: "redundant",
  summary: "Codec that is in the list already",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is in the list already: the first one counts`,
    fixes: replacements(fault),
  }),
};
