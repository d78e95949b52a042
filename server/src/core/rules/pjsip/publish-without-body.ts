import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const publishWithoutBody: PjsipFaultRule = {
  id: "pjsip/publish-without-body",
  on: "pjsip-fault",
  kinds: ["publish-without-body"],
  effect: "works-otherwise",
  summary: "Outbound publish that publishes nothing",
  describe: (fault) => ({
    message: `outbound-publish ${quoted(fault.ids[0] ?? "")} does not start: ${fault.judgement.expected ?? "its event has no publisher"}`,
  }),
};
