import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { patternFaults } from "./faults.ts";
import { placeInName } from "./names.ts";

export const emptySet: DialplanRule = {
  id: "pattern/empty-set",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Set of a pattern with nothing in it",
  *check(dialplan, { installation }) {
    for (const { named, fault, dead } of patternFaults(dialplan, installation, ["empty-set"])) {
      const { name } = named.extension;
      yield {
        ...placeInName(named, fault.start, fault.end),
        effect: dead ? "call-fails" : "works-otherwise",
        message: dead
          ? `The set at the end of ${quoted(name)} has no character: no number fits the pattern`
          : `The set in ${quoted(name)} has no character, and Asterisk passes over it: it stands for no digit`,
        runtimeLog: [`Empty character set in exten pattern '${name}'. Ignoring.`],
      };
    }
  },
};
