import type { PjsipFaultRule } from "../rule.ts";
import { name, quoted } from "./words.ts";

export const taskpoolSize: PjsipFaultRule = {
  id: "pjsip/taskpool-size",
  on: "pjsip-fault",
  kinds: ["taskpool-size"],
  effect: "works-otherwise",
  summary: "Initial size of the task pool above its maximum",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is above the maximum size: Asterisk raises the maximum`,
  }),
};
