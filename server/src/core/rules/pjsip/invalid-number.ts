import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, replacements } from "./words.ts";

export const invalidNumber: PjsipFaultRule = {
  id: "pjsip/invalid-number",
  on: "pjsip-fault",
  kinds: ["not-a-number", "number-out-of-range"],
  effect: "object-rejected",
  summary: "Value that is not a number, or not one in the range",
  describe: (fault) => ({
    message: `${quoted(name(fault))} takes ${numberOf(fault)}, not ${quoted(piece(fault))}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};

/** "a whole number of seconds from 0 to 86400". */
function numberOf(fault: PjsipFault): string {
  const { min, max, kind, unit } = fault.spec ?? {};
  const lowest = fault.judgement.expected ?? min;
  const of = unit === "s" ? " of seconds" : unit === "ms" ? " of milliseconds" : "";
  if (kind === "double" || lowest === undefined || max === undefined) return `a number${of}`;
  if (Number(lowest) === -0x80000000) return `a whole number${of}`;
  return max >= 0x7fffffff
    ? `a whole number${of} from ${lowest} up`
    : `a whole number${of} from ${lowest} to ${max}`;
}
