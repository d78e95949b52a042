import type { PjsipFault } from "../../pjsip/model.ts";
import { addressWithPort, dotted } from "../../pjsip/values/numeric-address.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, piece } from "./words.ts";

export const shortAddress: PjsipFaultRule = {
  id: "pjsip/short-address",
  on: "pjsip-fault",
  kinds: ["short-address"],
  effect: "works-otherwise",
  summary: "Address with fewer than four numbers",
  describe: (fault) => {
    const address = addressWithPort(piece(fault));
    const read = address === undefined ? "another address" : dotted(address);
    // Before a mask "10.1.2" happens to mean the same to Asterisk and to whoever wrote it.
    if (hasMask(fault) && read === padded(fault)) return undefined;
    return {
      message: `${quoted(piece(fault))} has fewer than four numbers: Asterisk reads ${read}${hasMask(fault) ? "" : ", which is one single address"}${forWhom(fault)}`,
    };
  },
};

function hasMask(fault: PjsipFault): boolean {
  const { option, end } = fault.judgement;
  return option?.value.charAt(end) === "/";
}

/** With zeros behind: what people mean by it. */
function padded(fault: PjsipFault): string {
  const numbers = piece(fault).split(".");
  return [...numbers, "0", "0", "0"].slice(0, 4).join(".");
}
