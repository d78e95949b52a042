import { lastOption } from "../../config/section-lookup.ts";
import { fixOf, lineBehind, optionLine } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { endpointFix } from "./missing-option.ts";
import { consequence, name } from "./words.ts";

export const optionWithoutPartner: PjsipFaultRule = {
  id: "pjsip/option-without-partner",
  on: "pjsip-fault",
  kinds: ["option-without-partner"],
  effect: "object-rejected",
  summary: "Option that needs another one beside it",
  describe: (fault, { load }) => {
    const { option, expected = "" } = fault.judgement;
    // What we could not read may hold it.
    if (load.partial) return undefined;
    const needed = expected === "line" ? "line = yes" : expected;
    return {
      message: `${quoted(name(fault))} needs ${quoted(needed)} beside it: ${consequence(fault)}`,
      fixes:
        expected === "line" && option?.name === option?.line.name
          ? lineFix()
          : endpointFix(fault, expected, load),
    };

    function lineFix(): readonly Fix[] {
      const edit =
        option === undefined || lastOption(fault.section, "line") !== undefined
          ? undefined
          : lineBehind(option, optionLine(fault.section, "line", "yes"));
      return fixOf(edit, 'Insert "line = yes"', false);
    }
  },
};
