import type { PjsipFaultRule } from "../rule.ts";
import { consequence } from "./words.ts";

export const rtpPorts: PjsipFaultRule = {
  id: "pjsip/rtp-ports",
  on: "pjsip-fault",
  kinds: ["rtp-ports"],
  effect: "object-rejected",
  summary: "Range of RTP ports that cannot be",
  describe: (fault) => ({
    message: `${fault.judgement.expected ?? "the range of RTP ports cannot be"}: ${consequence(fault)}`,
  }),
};
