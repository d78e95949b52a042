import type { DialplanFault } from "../../dialplan/fault.ts";
import { pieceOf } from "../fix.ts";
import type { DialplanFaultRule, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { faulty } from "./words.ts";

export const lostOffset: DialplanFaultRule = {
  id: "dialplan/lost-offset",
  on: "dialplan-fault",
  kinds: ["lost-offset"],
  effect: "works-otherwise",
  summary: "Offset behind the label, where Asterisk does not look",
  describe: (fault) => ({
    fixes: moved(fault),
    message: `Asterisk ignores ${quoted(faulty(fault))} behind a label; an offset stands before it, as in "n+10(label)"`,
  }),
};

/** The offset put before the label: the step gets another number, as somebody meant it to. */
function moved(fault: DialplanFault): readonly Fix[] {
  const { option, start, end } = fault;
  const open = option.value.lastIndexOf("(", start);
  const place = open < 0 ? undefined : pieceOf(option, open, end);
  if (place === undefined) return [];
  const text = faulty(fault) + option.value.slice(open, start);
  return [{ title: "Put it before the label", safe: false, edits: [{ ...place, text }] }];
}
