import type { PjsipFault } from "../../pjsip/model.ts";
import { closest } from "../../text/closest.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { objects, piece } from "./words.ts";

export const unknownAcl: PjsipFaultRule = {
  id: "pjsip/unknown-acl",
  on: "pjsip-fault",
  kinds: ["unknown-acl"],
  effect: "call-fails",
  summary: "ACL that acl.conf does not have",
  describe: (fault, { environment }) => {
    const known = environment.namedAcls;
    // Without the file Asterisk does not mark the list as invalid: it holds no rule, and allows everybody.
    if (known === "absent") {
      return {
        message: `there is no acl.conf to find ${quoted(piece(fault))} in: ${fault.type === "acl" ? "Asterisk" : objects(fault)} accepts every address`,
        effect: "insecure",
      };
    }
    // Among thousands of names each would be compared with each mistake.
    const near = known === undefined || known.size > 500 ? undefined : closest(piece(fault).trim(), known);
    return {
      message: `acl.conf has no section ${quoted(piece(fault))}${blank(fault)}: ${outcome(fault)}`,
      fixes: near === undefined ? [] : change(fault, near),
    };
  },
};

/** Blanks behind a name belong to it. */
function blank(fault: PjsipFault): string {
  return /[\0-\x20]$/.test(piece(fault)) ? " (the blank counts)" : "";
}

function outcome(fault: PjsipFault): string {
  return fault.type === "acl"
    ? "Asterisk answers all SIP requests with 403"
    : `${objects(fault)} refuses every address`;
}

function change({ judgement: { option, start, end } }: PjsipFault, near: string): readonly Fix[] {
  const place = option === undefined ? undefined : pieceOf(option, start, end);
  return writtenAt(place, near, `Change to "${near}"`, false);
}
