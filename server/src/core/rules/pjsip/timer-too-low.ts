import type { PjsipFault } from "../../pjsip/model.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { fixOf, lineBehind, optionLine, pieceOf, writtenAt } from "../fix.ts";
import type { Description, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { name, piece, relatedLines } from "./words.ts";

export const timerTooLow: PjsipFaultRule = {
  id: "pjsip/timer-too-low",
  on: "pjsip-fault",
  kinds: ["timer-too-low"],
  effect: "works-otherwise",
  summary: "Timer that Asterisk raises to its minimum",
  describe: (fault) => {
    const { option, start, end, expected = "" } = fault.judgement;
    if (equalsIgnoringCase(name(fault), "timer_t1") && expected !== "100") return ofDefault(fault, expected);
    const place = option === undefined ? undefined : pieceOf(option, start, end);
    const reason = fault.judgement.related.length > 0 ? ', 64 times "timer_t1"' : "";
    return {
      message: `${quoted(name(fault))} is ${piece(fault)}, less than its minimum${reason}: Asterisk sets it to ${expected}`,
      related: relatedLines(fault, "the minimum follows from this"),
      // Asterisk does the same.
      fixes: writtenAt(place, expected, `Change to ${expected}`, true),
    };
  },
};

/** Only T1 is raised, and the default of timer B is not enough for it. */
function ofDefault(fault: PjsipFault, expected: string): Description {
  const { section, judgement } = fault;
  const line = optionLine(section, "timer_b", expected);
  const edit = judgement.option === undefined ? undefined : lineBehind(judgement.option, line);
  return {
    message: `"timer_b" must be at least 64 times ${quoted(name(fault))}, and its default of 32000 is not: Asterisk sets it to ${expected}`,
    fixes: fixOf(edit, `Insert "timer_b = ${expected}"`, true),
  };
}
