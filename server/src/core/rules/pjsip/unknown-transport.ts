import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { piece, replacements } from "./words.ts";

export const unknownTransport: PjsipFaultRule = {
  id: "pjsip/unknown-transport",
  on: "pjsip-fault",
  kinds: ["unknown-transport"],
  effect: "works-otherwise",
  summary: "Registration over a transport that is not there",
  describe: (fault) => ({
    message: `there is no transport ${quoted(piece(fault))}: Asterisk registers over another one, if it has one that fits`,
    fixes: replacements(fault),
  }),
};
