import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { isSameLine, relatedLine, repetitionRemoved } from "./words.ts";

export const repeatedStatement: DialplanFaultRule = {
  id: "dialplan/repeated-statement",
  on: "dialplan-fault",
  kinds: ["repeated-statement"],
  effect: "redundant",
  summary: "switch or ignorepat that the context has already",
  describe: (fault, { load }) => {
    const { option } = fault;
    if (isSameLine(fault)) return undefined;
    return {
      message: `The context has ${option.name} ${quoted(option.value)} already: Asterisk ignores the line`,
      related: relatedLine(fault, "this line counts"),
      fixes: repetitionRemoved(fault, load),
    };
  },
};
