import type { PjsipFaultRule } from "../rule.ts";
import { consequence } from "./words.ts";

export const unreachableServer: PjsipFaultRule = {
  id: "pjsip/unreachable-server",
  on: "pjsip-fault",
  kinds: ["unreachable-server"],
  effect: "object-rejected",
  summary: "Registration that no transport can carry",
  describe: (fault) => ({
    message: `no transport carries ${fault.judgement.expected ?? "this protocol"}, which this server needs: ${consequence(fault)}`,
  }),
};
