import { consequence, replacements } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";

export const emptyItem: PjsipFaultRule = {
  id: "codec/empty-item",
  on: "pjsip-fault",
  kinds: ["empty-codec-item"],
  effect: "object-rejected",
  summary: "Empty item in a list of codecs",
  describe: (fault) => ({
    message: `an empty item counts as an unknown codec: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
