import type { ConfigRule } from "../rule.ts";

export const tooMuchCopying: ConfigRule = {
  id: "config/too-much-copying",
  on: "config-fault",
  kinds: ["too-much-copying"],
  effect: "file-rejected",
  summary: "Templates or includes that multiply without end",
  describe: ({ text }, { root }) => ({
    message: `Templates and includes multiply the lines of ${root} to many millions by "${text}": Asterisk runs out of memory or time`,
  }),
};
