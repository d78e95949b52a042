import type { ConfigOption } from "../../config/section.ts";
import { fixOf, lineRemoved } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";
import { consequence, name, relatedLines } from "./words.ts";

export const conflictingOptions: PjsipFaultRule = {
  id: "pjsip/conflicting-options",
  on: "pjsip-fault",
  kinds: ["conflicting-options"],
  effect: "object-rejected",
  summary: "Options that exclude each other",
  describe: (fault) => {
    const { option, related } = fault.judgement;
    const [other] = related;
    if (other === undefined) {
      return {
        message: `a transport with protocol flow has no address of its own, and takes no ${quoted(name(fault))}: ${consequence(fault)}`,
        fixes: removal(option),
      };
    }
    return {
      message: `${quoted(name(fault))} and ${quoted(other.name)} in ${lineOf(other, fault.file)} exclude each other: ${consequence(fault)}`,
      related: relatedLines(fault, "the other one"),
      // The other line may belong to one of many objects.
      fixes: [...removal(option), ...(fault.hits === 1 ? removal(other) : [])],
    };
  },
};

function removal(option: ConfigOption | undefined): readonly Fix[] {
  const edit = option === undefined ? undefined : lineRemoved(option);
  return option === undefined ? [] : fixOf(edit, `Remove "${option.name}"`, false);
}
