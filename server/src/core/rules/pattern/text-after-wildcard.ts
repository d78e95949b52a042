import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { namedPatterns, placeInName, renamed } from "./names.ts";

export const textAfterWildcard: DialplanRule = {
  id: "pattern/text-after-wildcard",
  on: "dialplan",
  effect: "works-otherwise",
  summary: 'Text of a pattern behind "." or "!", which Asterisk does not compare',
  *check(dialplan, { installation }) {
    for (const named of namedPatterns(dialplan, installation)) {
      const fault = named.pattern.faults.find(({ kind }) => kind === "text-after-wildcard");
      if (fault === undefined) continue;
      const { name } = named.extension;
      const kept = name.slice(0, fault.start);
      yield {
        ...placeInName(named, fault.start, fault.end),
        message: `Asterisk does not look behind "${kept.replace(/-+$/, "").at(-1)}": ${quoted(name)} takes all that ${quoted(kept)} takes`,
        fixes: named.name.text === name ? renamed(named, kept, `Change to ${quoted(kept)}`) : [],
      };
    }
  },
};
