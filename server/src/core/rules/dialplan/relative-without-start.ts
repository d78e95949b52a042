import { quoted } from "../pjsip/words.ts";
import type { DialplanFaultRule } from "../rule.ts";
import { andFollowing, faulty, replaced } from "./words.ts";

export const relativeWithoutStart: DialplanFaultRule = {
  id: "dialplan/relative-without-start",
  on: "dialplan-fault",
  kinds: ["relative-without-start"],
  effect: "line-ignored",
  summary: '"n" or "s" as the first priority of a section',
  describe: (fault) => {
    const text = faulty(fault);
    const label = /\(.*\)/s.exec(text)?.[0] ?? "";
    return {
      message: `No numbered priority stands above ${quoted(text)} in this section to count from: Asterisk ignores the line${andFollowing(fault)}`,
      fixes: /^exten$/i.test(fault.option.name) ? replaced(fault, `1${label}`, 'Change to "1"', true) : [],
    };
  },
};
