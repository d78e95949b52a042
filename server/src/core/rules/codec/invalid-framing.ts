import type { PjsipFault } from "../../pjsip/model.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import { consequence, piece } from "../pjsip/words.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const invalidFraming: PjsipFaultRule = {
  id: "codec/invalid-framing",
  on: "pjsip-fault",
  kinds: ["invalid-framing"],
  effect: "object-rejected",
  summary: "Packet length of a codec that is not a number",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a packet length in milliseconds: ${consequence(fault)}`,
    fixes: withoutFraming(fault),
  }),
};

/** Leaves the codec with the packet length that it has by itself. */
function withoutFraming(fault: PjsipFault): readonly Fix[] {
  const { option, start, end } = fault.judgement;
  if (option === undefined || option.value.charAt(start - 1) !== ":") return [];
  const place = pieceOf(option, start - 1, end);
  return writtenAt(place, "", "Remove the packet length", false);
}
