import { quoted } from "../pjsip/words.ts";
import type { DialplanFaultRule, Fix } from "../rule.ts";
import { faulty, replaced } from "./words.ts";

export const unclosedLabel: DialplanFaultRule = {
  id: "dialplan/unclosed-label",
  on: "dialplan-fault",
  kinds: ["unclosed-label"],
  effect: "line-ignored",
  summary: "Priority with a label whose parenthesis is not closed",
  describe: (fault) => {
    const text = faulty(fault);
    const glued = /^(n|s|hint|[0-9]+)([A-Z][A-Za-z]+\(.*)$/.exec(text);
    if (glued !== null) {
      const [, priority = "", application = ""] = glued;
      const fixes: readonly Fix[] = replaced(
        fault,
        `${priority},${application}`,
        'Write "," between them',
        false,
      );
      return {
        message: `No comma stands between the priority ${quoted(priority)} and the application: Asterisk takes it for a label that is not closed and ignores the line`,
        fixes,
      };
    }
    return {
      message: `The label in ${quoted(text)} has no ")": Asterisk ignores the line`,
      fixes: /^[^(]*\([^(]+$/.test(text) ? replaced(fault, `${text})`, 'Add ")"', true) : [],
    };
  },
};
