import { consequence, name, withoutItem } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const emptyItem: PjsipFaultRule = {
  id: "codec/empty-item",
  on: "pjsip-fault",
  kinds: ["empty-codec-item"],
  effect: "object-rejected",
  summary: "Empty item in a list of codecs",
  describe: (fault) => ({
    message: `${
      fault.judgement.option?.value === ""
        ? `${quoted(name(fault))} names no codec`
        : "An empty item is an unknown codec"
    }: ${consequence(fault)}`,
    fixes: withoutItem(fault, "Remove the empty item", true),
  }),
};
