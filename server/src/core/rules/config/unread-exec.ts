import type { ConfigRule } from "../rule.ts";

export const unreadExec: ConfigRule = {
  id: "config/unread-exec",
  on: "config-fault",
  kinds: ["exec-unknown", "exec-enabled"],
  effect: "not-checked",
  summary: "#exec whose output is not known here",
  describe: ({ kind }) => ({
    message:
      kind === "exec-enabled"
        ? "What this command prints is not checked, and names that it may define are not missed"
        : "Without asterisk.conf it is not known whether #exec runs, so names that it may define are not missed",
  }),
};
