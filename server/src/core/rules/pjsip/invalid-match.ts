import type { PjsipFault } from "../../pjsip/model.ts";
import { numericAddress } from "../../pjsip/values/numeric-address.ts";
import { changedTo, pieceOf } from "../fix.ts";
import type { Effect, Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, forWhom, name, piece, replacements } from "./words.ts";

export const invalidMatch: PjsipFaultRule = {
  id: "pjsip/invalid-match",
  on: "pjsip-fault",
  kinds: ["invalid-match", "unresolvable-match", "unresolvable-host"],
  effect: "object-rejected",
  summary: "Address that is neither valid nor a host name",
  describe: (fault) =>
    fault.kind === "unresolvable-host"
      ? { message: `${neither(fault)}: ${unresolved(fault)}`, effect: effectOf(fault) }
      : { message: `${trouble(fault)}: ${consequence(fault)}`, fixes: fixes(fault) },
};

function neither(fault: PjsipFault): string {
  return `${quoted(piece(fault))} is neither an address nor a host name`;
}

function trouble(fault: PjsipFault): string {
  const { option, end } = fault.judgement;
  if (fault.kind === "invalid-match" && option?.value.charAt(end) === "/")
    return `${quoted(piece(fault))} is not an address, and only an address can have a mask`;
  if (negated(fault) !== undefined)
    return `${quoted(piece(fault))} lacks a mask, without which "!" is part of a name`;
  return neither(fault);
}

/** The address behind "!". */
function negated(fault: PjsipFault): string | undefined {
  const text = piece(fault);
  const address = text.startsWith("!") ? numericAddress(text.slice(1)) : undefined;
  return address === undefined ? undefined : `${text}/${address.family === 4 ? 32 : 128}`;
}

function fixes(fault: PjsipFault): readonly Fix[] {
  const text = negated(fault);
  const { option, start, end } = fault.judgement;
  const place = option === undefined ? undefined : pieceOf(option, start, end);
  if (text === undefined || place === undefined) return replacements(fault);
  return changedTo(place, text, true);
}

function unresolved(fault: PjsipFault): string {
  return fault.type === "endpoint"
    ? `Asterisk still writes it into the SDP, and the other side cannot send audio${forWhom(fault)}`
    : `Asterisk goes without ${quoted(name(fault))}${forWhom(fault)}`;
}

function effectOf(fault: PjsipFault): Effect {
  return fault.type === "endpoint" ? "call-fails" : "line-ignored";
}
