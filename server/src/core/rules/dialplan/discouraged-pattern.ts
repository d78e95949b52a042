import { quoted } from "../pjsip/words.ts";
import type { DialplanFaultRule } from "../rule.ts";

export const discouragedPattern: DialplanFaultRule = {
  id: "dialplan/discouraged-pattern",
  on: "dialplan-fault",
  kinds: ["discouraged-pattern"],
  effect: "works-otherwise",
  summary: 'The patterns "_." and "_!", which also take h, i and t',
  describe: ({ extension = "" }) => ({
    message: `${quoted(extension)} also takes the special extensions h, i, t and s: what Asterisk runs after a hangup or a wrong number, it runs here`,
  }),
};
