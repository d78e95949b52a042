import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidBind: PjsipFaultRule = {
  id: "pjsip/invalid-bind",
  on: "pjsip-fault",
  kinds: ["invalid-bind", "missing-bind"],
  effect: "object-rejected",
  summary: "Transport without a usable address to bind to",
  describe: (fault) => ({
    message:
      fault.judgement.option === undefined
        ? `transport ${quoted(fault.ids[0] ?? "")} has no "bind": ${consequence(fault)}`
        : `${quoted(piece(fault))} is not an address to bind to: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
