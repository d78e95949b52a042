import { lineRemoved, quoted } from "../pjsip/words.ts";
import type { DialplanFaultRule } from "../rule.ts";

export const repeatedStatement: DialplanFaultRule = {
  id: "dialplan/repeated-statement",
  on: "dialplan-fault",
  kinds: ["repeated-statement"],
  effect: "redundant",
  summary: "switch or ignorepat that the context has already",
  describe: ({ option }) => {
    const edit = lineRemoved(option);
    return {
      message: `The context has ${option.name} ${quoted(option.value)} already: Asterisk ignores the line`,
      fixes: edit === undefined ? [] : [{ title: "Remove the line", safe: true, edits: [edit] }],
    };
  },
};
