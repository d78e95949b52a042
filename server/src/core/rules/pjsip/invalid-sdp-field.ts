import type { PjsipFault } from "../../pjsip/model.ts";
import { pieceOf } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, name, piece } from "./words.ts";

export const invalidSdpField: PjsipFaultRule = {
  id: "pjsip/invalid-sdp-field",
  on: "pjsip-fault",
  kinds: ["sdp-field"],
  effect: "works-otherwise",
  summary: "Name for the SDP that Asterisk replaces by a dash",
  describe: (fault) => ({
    message: `${quoted(name(fault))} must not ${piece(fault) === "" ? "be empty" : "contain blanks"}: Asterisk uses "-" instead${forWhom(fault)}`,
    fixes: fixes(fault),
  }),
};

/** What Asterisk does, too. */
function fixes(fault: PjsipFault): readonly Fix[] {
  const { option, start, end } = fault.judgement;
  const place = option === undefined ? undefined : pieceOf(option, start, end);
  if (place === undefined) return [];
  const blank = /[=>]/.test(place.file.lines.text.charAt(place.span.start - 1)) ? " " : "";
  return [{ title: 'Change to "-"', safe: true, edits: [{ ...place, text: `${blank}-` }] }];
}
