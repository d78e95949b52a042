import type { PjsipFault } from "../../pjsip/model.ts";
import { isFalse } from "../../pjsip/values/booleans.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, name, piece, replacements } from "./words.ts";

export const notABoolean: PjsipFaultRule = {
  id: "pjsip/not-a-boolean",
  on: "pjsip-fault",
  kinds: ["not-a-boolean"],
  effect: "works-otherwise",
  summary: "Word that is neither yes nor no and silently means no",
  describe: (fault) => {
    const start = `${quoted(piece(fault))} is no word for yes or no: Asterisk takes it for no`;
    const fixes = replacements(fault);
    if (isFalse(fault.judgement.suggestion ?? "")) {
      // Nothing changes for Asterisk, which took the word for no all along.
      return { message: start, effect: "redundant", fixes: fixes.map((fix) => ({ ...fix, safe: true })) };
    }
    return { message: `${start} without a message${forWhom(fault)}${byDefault(fault)}`, fixes };
  },
};

function byDefault(fault: PjsipFault): string {
  return fault.spec?.default === "yes" ? `, although ${quoted(name(fault))} is on by default` : "";
}
