import type { PjsipFaultRule } from "../rule.ts";
import { objects, piece, quoted } from "./words.ts";

export const mwiWithoutAor: PjsipFaultRule = {
  id: "pjsip/mwi-without-aor",
  on: "pjsip-fault",
  kinds: ["mwi-without-aor"],
  effect: "works-otherwise",
  summary: "Mailboxes of an endpoint whose AOR does not exist",
  describe: (fault) => ({
    message: `${objects(fault)} has "mailboxes" but no AOR ${quoted(fault.judgement.expected ?? piece(fault))} to send message waiting to`,
  }),
};
