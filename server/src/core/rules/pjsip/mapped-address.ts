import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { piece, replacements } from "./words.ts";

export const mappedAddress: PjsipFaultRule = {
  id: "pjsip/mapped-address",
  on: "pjsip-fault",
  kinds: ["mapped-address"],
  effect: "redundant",
  summary: "IPv4 address written as an IPv6 one",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is an IPv4 address in IPv6 form: Asterisk turns it back into IPv4`,
    fixes: replacements(fault),
  }),
};
