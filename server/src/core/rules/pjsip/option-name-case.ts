import type { PjsipFault } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, forWhom, name, renamed } from "./words.ts";

export const optionNameCase: PjsipFaultRule = {
  id: "pjsip/option-name-case",
  on: "pjsip-fault",
  kinds: ["option-name-case"],
  effect: "object-rejected",
  summary: "Option name that works in lower case only",
  describe: (fault, context) => ({
    message: `${quoted(name(fault))} works in lower case only: ${fault.judgement.rejects ? consequence(fault) : other(fault)}`,
    fixes: renamed(fault, context),
    ...(fault.judgement.rejects ? {} : { effect: "works-otherwise" as const }),
  }),
};

/** What Asterisk takes the line for. */
function other(fault: PjsipFault): string {
  const what = asciiLower(name(fault)).startsWith("contact_")
    ? `a "deny" rule`
    : quoted("incoming_call_offer_pref");
  return `Asterisk takes it for ${what}${forWhom(fault)}`;
}
