import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { patternFaults } from "./faults.ts";
import { placeInName } from "./names.ts";

export const unclosedSet: DialplanRule = {
  id: "pattern/unclosed-set",
  on: "dialplan",
  effect: "call-fails",
  summary: 'Set of a pattern without its "]"',
  *check(dialplan, { installation }) {
    for (const { named, fault } of patternFaults(dialplan, installation, ["unclosed-set"])) {
      const { name, callerId } = named.extension;
      const why =
        callerId?.includes("]") === true
          ? `"/" begins the caller-id part even in a set, so the "[" in ${quoted(name)} is not closed`
          : `The "[" in ${quoted(name)} has no "]" behind it`;
      yield {
        ...placeInName(named, fault.start, fault.end),
        message: `${why}: no number fits the pattern`,
        runtimeLog: ["Wrong usage of [] in the extension"],
      };
    }
  },
};
