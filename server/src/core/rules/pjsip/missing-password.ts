import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const missingPassword: PjsipFaultRule = {
  id: "pjsip/missing-password",
  on: "pjsip-fault",
  kinds: ["missing-password"],
  effect: "object-rejected",
  summary: "Credentials without a password or a matching digest",
  describe: (fault) => ({
    message: `auth ${quoted(fault.ids[0] ?? "")} has neither "password" nor a digest for ${fault.judgement.expected ?? "its algorithms"}: Asterisk drops it`,
  }),
};
