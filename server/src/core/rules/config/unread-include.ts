import type { ConfigRule } from "../rule.ts";
import { quoted } from "./wording.ts";

export const unreadInclude: ConfigRule = {
  id: "config/unread-include",
  on: "config-fault",
  kinds: ["include-outside", "include-unreadable"],
  effect: "not-checked",
  summary: "Included file that is not read here",
  describe: ({ kind, text }, { environment }) => ({
    message:
      kind === "include-outside"
        ? `${quoted(text)} lies outside ${environment.directory} and is not read, so names in it are not missed`
        : `${quoted(text)} cannot be read here; where Asterisk cannot read it either, it counts as missing`,
  }),
};
