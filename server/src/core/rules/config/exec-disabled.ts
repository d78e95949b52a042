import type { ConfigRule } from "../rule.ts";

export const execDisabled: ConfigRule = {
  id: "config/exec-disabled",
  on: "config-fault",
  kinds: ["exec-disabled"],
  effect: "line-ignored",
  summary: "#exec while asterisk.conf does not allow it",
  describe: () => ({
    message: "#exec runs only with execincludes = yes in [options] of asterisk.conf: Asterisk skips the line",
  }),
};
