import type { PjsipFaultRule } from "../rule.ts";
import { name, quoted, replacements } from "./words.ts";

export const repeatedListOption: PjsipFaultRule = {
  id: "pjsip/repeated-list-option",
  on: "pjsip-fault",
  kinds: ["repeated-list-option"],
  effect: "works-otherwise",
  summary: "List that a second line replaces instead of extending",
  describe: (fault) => ({
    message: `a later ${quoted(name(fault))} replaces this list: its items are lost`,
    fixes: replacements(fault),
  }),
};
