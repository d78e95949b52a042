import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, relatedLines } from "./words.ts";

export const rtpPorts: PjsipFaultRule = {
  id: "pjsip/rtp-ports",
  on: "pjsip-fault",
  kinds: ["rtp-ports"],
  effect: "object-rejected",
  summary: "Range of RTP ports that cannot be",
  describe: (fault, { load }) => {
    const { expected = "" } = fault.judgement;
    // What we could not read may hold the other end.
    if (load.partial && expected.startsWith("rtp_")) return undefined;
    return {
      message: `${reason(fault, expected)}: ${consequence(fault)}`,
      related: relatedLines(fault, "the other end of the range"),
    };
  },
};

function reason(fault: PjsipFault, expected: string): string {
  if (expected.startsWith("rtp_")) return `${quoted(name(fault))} needs ${quoted(expected)} beside it`;
  if (fault.judgement.related.length === 0) return `port ${piece(fault)} is below 1024`;
  return `"rtp_port_end" must be greater than "rtp_port_start", which is ${expected}`;
}
