import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { isSameLine, relatedLine, repetitionRemoved } from "./words.ts";

export const repeatedInclude: DialplanFaultRule = {
  id: "dialplan/repeated-include",
  on: "dialplan-fault",
  kinds: ["repeated-context"],
  effect: "redundant",
  summary: "Context that is included twice with the same times",
  describe: (fault, { load }) => {
    const { option, related } = fault;
    if (isSameLine(fault)) return undefined;
    const lines = relatedLine(fault, "this line counts");
    if (related !== undefined && related.value !== option.value)
      return {
        effect: "line-ignored",
        message: `${quoted(option.value)} is included already in another spelling. Asterisk ignores case here but not in names of contexts: it ignores the line`,
        related: lines,
      };
    return {
      message: `${quoted(option.value)} is included already: Asterisk ignores the line`,
      related: lines,
      fixes: repetitionRemoved(fault, load),
    };
  },
};
