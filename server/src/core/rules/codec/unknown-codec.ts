import { consequence, piece, quoted, replacements } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";

export const unknownCodec: PjsipFaultRule = {
  id: "codec/unknown-codec",
  on: "pjsip-fault",
  kinds: ["unknown-codec"],
  effect: "object-rejected",
  summary: "Codec name that Asterisk does not know",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not the name of a codec${fault.judgement.replacement === undefined ? "" : `, it is called ${quoted(fault.judgement.replacement)}`}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
