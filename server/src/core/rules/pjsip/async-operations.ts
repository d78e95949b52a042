import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, name, piece, withoutLine } from "./words.ts";

export const asyncOperations: PjsipFaultRule = {
  id: "pjsip/async-operations",
  on: "pjsip-fault",
  kinds: ["async-operations"],
  effect: "works-otherwise",
  summary: "Number of asynchronous operations, which is always 1",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is always 1: Asterisk does not use ${quoted(piece(fault))}${forWhom(fault)}`,
    fixes: withoutLine(fault, true),
  }),
};
