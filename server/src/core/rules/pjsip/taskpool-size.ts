import { asciiLower } from "../../text/ascii.ts";
import { fixOf, lineBehind, optionLine, pieceOf, writtenAt } from "../fix.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { name, piece, relatedLines } from "./words.ts";

export const taskpoolSize: PjsipFaultRule = {
  id: "pjsip/taskpool-size",
  on: "pjsip-fault",
  kinds: ["taskpool-size"],
  effect: "works-otherwise",
  summary: "Initial size of the task pool above its maximum",
  describe: (fault) => {
    const { option, start, end, expected = "" } = fault.judgement;
    if (option === undefined) return undefined;
    if (asciiLower(option.name).endsWith("_initial_size")) {
      const edit =
        Number(expected) > 4294967295
          ? undefined
          : lineBehind(option, optionLine(fault.section, "taskpool_max_size", expected));
      return {
        message: `${quoted(name(fault))} is ${piece(fault)}, more than the 50 that "taskpool_max_size" is unless it is set: Asterisk raises the maximum to ${expected}`,
        fixes: fixOf(edit, `Insert "taskpool_max_size = ${expected}"`, true),
      };
    }
    const place = pieceOf(option, start, end);
    return {
      message: `${quoted(name(fault))} is ${piece(fault)}, less than the initial size of ${expected}: Asterisk raises it to ${expected}`,
      related: relatedLines(fault, "the initial size"),
      // Asterisk does the same.
      fixes: writtenAt(place, expected, `Change to ${expected}`, true),
    };
  },
};
