import { asciiLower } from "../../text/ascii.ts";
import type { DialplanFaultRule, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { faulty, replaced } from "./words.ts";

export const unclosedLabel: DialplanFaultRule = {
  id: "dialplan/unclosed-label",
  on: "dialplan-fault",
  kinds: ["unclosed-label"],
  effect: "line-ignored",
  summary: "Priority with a label whose parenthesis is not closed",
  describe: (fault, { installation }) => {
    const text = faulty(fault);
    const isApplication = (name: string): boolean =>
      installation.dialplanCatalog.application(name) !== undefined;
    const [, called = ""] = /^([A-Za-z][A-Za-z0-9_]*)\(/.exec(text) ?? [];
    if (isApplication(called)) {
      const same = asciiLower(fault.option.name) !== "exten";
      return {
        message: `The priority is missing before ${quoted(text)}: Asterisk takes it for a label that is not closed and ignores the line`,
        fixes: same ? replaced(fault, `n,${text}`, 'Put the priority "n" before it', true) : [],
      };
    }
    const [, priority = "", application = "", name = ""] =
      /^(next|same|hint|n|s|[0-9]+) *(([A-Za-z][A-Za-z0-9_]*)\(.*)$/.exec(text) ?? [];
    if (isApplication(name)) {
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
