import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted } from "./words.ts";

export const invalidSdpField: PjsipFaultRule = {
  id: "pjsip/invalid-sdp-field",
  on: "pjsip-fault",
  kinds: ["sdp-field"],
  effect: "works-otherwise",
  summary: "Name for the SDP that Asterisk replaces by a dash",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} cannot stand in an SDP: Asterisk writes "-" instead`,
  }),
};
