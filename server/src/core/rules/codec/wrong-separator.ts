import { consequence, piece, replacements } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const wrongSeparator: PjsipFaultRule = {
  id: "codec/wrong-separator",
  on: "pjsip-fault",
  kinds: ["codec-separator"],
  effect: "object-rejected",
  summary: "Codecs that are not separated by commas",
  describe: (fault) => ({
    message: `Only "," and "|" separate codecs, so ${quoted(piece(fault))} is one unknown name: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
