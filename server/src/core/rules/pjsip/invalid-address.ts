import type { PjsipFault } from "../../pjsip/model.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, replacements, withoutItem } from "./words.ts";

export const invalidAddress: PjsipFaultRule = {
  id: "pjsip/invalid-address",
  on: "pjsip-fault",
  kinds: ["invalid-acl-address", "acl-host-name", "acl-port", "acl-empty-item", "invalid-netmask"],
  effect: "object-rejected",
  summary: "Item of an address list that is not an address",
  describe: (fault) => ({
    message: `${trouble(fault)}: ${consequence(fault)}`,
    fixes: fixes(fault),
  }),
};

function trouble(fault: PjsipFault): string {
  const written = quoted(piece(fault));
  switch (fault.kind) {
    case "acl-host-name":
      return `${written} is a name, but ${quoted(name(fault))} takes addresses only`;
    case "acl-port":
      return `${written} has a port, but ${quoted(name(fault))} takes addresses only`;
    case "acl-empty-item":
      return fault.judgement.option?.value === ""
        ? `${quoted(name(fault))} must not be empty`
        : `${quoted(name(fault))} takes no empty item`;
    case "invalid-netmask":
      return `${written} is not a network mask${range(fault)}`;
    default:
      return `${written} is not an address`;
  }
}

/** How long a mask can be, for one that is a number. */
function range(fault: PjsipFault): string {
  const { option, start } = fault.judgement;
  const address = option?.value.slice(0, start).split(",").at(-1) ?? "";
  if (/[.:]/.test(piece(fault))) return " for this address";
  return ` (0 to ${address.includes(":") ? 128 : 32})`;
}

function fixes(fault: PjsipFault): readonly Fix[] {
  return fault.kind === "acl-empty-item"
    ? withoutItem(fault, "Remove the empty item", true)
    : replacements(fault);
}
