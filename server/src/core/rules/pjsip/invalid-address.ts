import type { Mistake } from "../../pjsip/judgement.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidAddress: PjsipFaultRule = {
  id: "pjsip/invalid-address",
  on: "pjsip-fault",
  kinds: ["invalid-acl-address", "acl-host-name", "acl-port", "acl-empty-item", "invalid-netmask"],
  effect: "object-rejected",
  summary: "Item of an address list that is not an address",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} ${addressTrouble[fault.kind] ?? "is not an address"}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};

const addressTrouble: Partial<Record<Mistake, string>> = {
  "acl-host-name": "is a host name, but only addresses are allowed",
  "acl-port": "has a port, which is not allowed",
  "acl-empty-item": "is empty, which is not allowed",
  "invalid-netmask": "has no valid network mask",
};
