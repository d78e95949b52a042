import type { PjsipFaultRule } from "../rule.ts";
import { name, quoted } from "./words.ts";

export const ignoredOption: PjsipFaultRule = {
  id: "pjsip/ignored-option",
  on: "pjsip-fault",
  kinds: ["ignored-option"],
  effect: "works-otherwise",
  summary: "Option that has no effect together with another one",
  describe: (fault) => ({
    message: `${quoted(name(fault))} has no effect here${fault.judgement.expected === undefined ? "" : `: ${fault.judgement.expected}`}`,
  }),
};
