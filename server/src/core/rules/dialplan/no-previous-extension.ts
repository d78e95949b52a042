import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { andFollowing } from "./words.ts";

export const noPreviousExtension: DialplanFaultRule = {
  id: "dialplan/no-previous-extension",
  on: "dialplan-fault",
  kinds: ["no-previous-extension"],
  effect: "line-ignored",
  summary: '"same" without an extension above it in the section',
  describe: (fault) => ({
    message: `No "exten" stands above ${quoted(fault.option.name)} in this section: Asterisk ignores the line${andFollowing(fault)}`,
  }),
};
