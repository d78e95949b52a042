import type { PjsipFault } from "../../pjsip/model.ts";
import { scanInteger } from "../../pjsip/values/c-number.ts";
import { addressWithPort, dotted } from "../../pjsip/values/numeric-address.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, piece, replacements } from "./words.ts";

export const octalNumber: PjsipFaultRule = {
  id: "pjsip/octal-number",
  on: "pjsip-fault",
  kinds: ["octal-number"],
  effect: "works-otherwise",
  summary: "Number with a leading zero, which Asterisk reads as octal",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} has a leading zero, which makes it octal: Asterisk reads ${meaning(fault)}${forWhom(fault)}`,
    fixes: replacements(fault),
  }),
};

function meaning(fault: PjsipFault): string {
  const text = piece(fault);
  const address = text.includes(".") ? addressWithPort(text) : undefined;
  return address === undefined ? String(scanInteger(text) ?? 0) : dotted(address);
}
