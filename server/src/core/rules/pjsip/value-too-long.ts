import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, name } from "./words.ts";

export const valueTooLong: PjsipFaultRule = {
  id: "pjsip/value-too-long",
  on: "pjsip-fault",
  kinds: ["too-long-value"],
  effect: "works-otherwise",
  summary: "Value that Asterisk cuts to its limit",
  describe: (fault) => ({
    message: `The value of ${quoted(name(fault))} is too long: Asterisk keeps only its first ${fault.spec?.maxLength ?? ""} bytes${forWhom(fault)}`,
  }),
};
