import { lineRemoved, quoted } from "../pjsip/words.ts";
import type { DialplanFaultRule } from "../rule.ts";

export const repeatedInclude: DialplanFaultRule = {
  id: "dialplan/repeated-include",
  on: "dialplan-fault",
  kinds: ["repeated-context"],
  effect: "redundant",
  summary: "Context that is included twice with the same times",
  describe: ({ option, section }) => {
    const same = section.options.some((other) => other !== option && other.value === option.value);
    if (!same)
      return {
        effect: "line-ignored",
        message: `${quoted(option.value)} is included already in another spelling. Asterisk ignores case here but not in names of contexts: it ignores the line`,
      };
    const edit = lineRemoved(option);
    return {
      message: `${quoted(option.value)} is included already: Asterisk ignores the line`,
      fixes: edit === undefined ? [] : [{ title: "Remove the line", safe: true, edits: [edit] }],
    };
  },
};
