import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { earlier, faulty, relatedLine } from "./words.ts";

export const duplicateLabel: DialplanFaultRule = {
  id: "dialplan/duplicate-label",
  on: "dialplan-fault",
  kinds: ["used-label"],
  effect: "works-otherwise",
  summary: "Label that another priority of the extension has already",
  describe: (fault) => ({
    message: `Extension ${quoted(fault.extension ?? "")} has the label ${quoted(faulty(fault))} already in ${earlier(fault)}: Asterisk drops this one, and jumps go there`,
    related: relatedLine(fault, "this line keeps the label"),
  }),
};
