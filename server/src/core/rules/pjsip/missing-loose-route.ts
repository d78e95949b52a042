import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted, replacements } from "./words.ts";

export const missingLooseRoute: PjsipFaultRule = {
  id: "pjsip/missing-loose-route",
  on: "pjsip-fault",
  kinds: ["missing-loose-route"],
  effect: "works-otherwise",
  summary: "Outbound proxy without the lr parameter",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} has no "\\;lr", so Asterisk sends requests by strict routing, which most proxies do not understand`,
    fixes: replacements(fault),
  }),
};
