import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";

export const unreadInclude: ConfigRule = {
  id: "config/unread-include",
  on: "config-fault",
  kinds: ["include-outside", "include-unreadable"],
  effect: "not-checked",
  summary: "Included file that is not read here",
  describe: ({ kind, text }, { environment }) => ({
    message:
      kind === "include-outside"
        ? `${quotedPiece(text)} lies outside ${environment.directory} and is not read, so names in it are not missed`
        : `${quotedPiece(text)} cannot be read here; where Asterisk cannot read it either, it counts as missing`,
  }),
};
