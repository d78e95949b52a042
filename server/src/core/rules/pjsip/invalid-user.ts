import type { PjsipFault } from "../../pjsip/model.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece } from "./words.ts";

export const invalidUser: PjsipFaultRule = {
  id: "pjsip/invalid-user",
  on: "pjsip-fault",
  kinds: ["invalid-user-character"],
  effect: "object-rejected",
  summary: "User name with a character that no SIP user can have",
  describe: (fault) => ({
    message: `${piece(fault) === " " ? "A blank" : quoted(piece(fault))} cannot stand in ${quoted(name(fault))}, which becomes the user part of a URI: ${consequence(fault)}`,
    fixes: withoutBlanks(fault),
  }),
};

/** A telephone number can be written without its blanks. */
function withoutBlanks(fault: PjsipFault): readonly Fix[] {
  const { option } = fault.judgement;
  if (option === undefined || !/^\+?[0-9][0-9 ]*$/.test(option.value)) return [];
  const place = pieceOf(option, 0, option.value.length);
  return writtenAt(place, option.value.replaceAll(" ", ""), "Remove the blanks", false);
}
