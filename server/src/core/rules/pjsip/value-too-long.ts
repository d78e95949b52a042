import type { PjsipFaultRule } from "../rule.ts";
import { name, quoted } from "./words.ts";

export const valueTooLong: PjsipFaultRule = {
  id: "pjsip/value-too-long",
  on: "pjsip-fault",
  kinds: ["too-long-value"],
  effect: "works-otherwise",
  summary: "Value that Asterisk cuts to its limit",
  describe: (fault) => ({
    message: `the value of ${quoted(name(fault))} is longer than ${fault.spec?.maxLength ?? "its limit"} bytes: Asterisk keeps only its beginning`,
  }),
};
