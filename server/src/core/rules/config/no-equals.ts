import type { ConfigRule } from "../rule.ts";

export const noEquals: ConfigRule = {
  id: "config/no-equals",
  on: "config-fault",
  kinds: ["no-equals"],
  effect: "line-ignored",
  summary: "Line without an equals sign",
  describe: (fault) => ({ message: `"${fault.text}" has no "=": Asterisk skips the line` }),
};
