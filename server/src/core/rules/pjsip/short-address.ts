import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted } from "./words.ts";

export const shortAddress: PjsipFaultRule = {
  id: "pjsip/short-address",
  on: "pjsip-fault",
  kinds: ["short-address"],
  effect: "works-otherwise",
  summary: "Address with fewer than four numbers",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is read as ${fault.judgement.expected ?? "another address"}`,
  }),
};
