import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { andFollowing, earlier, earlierPlace, isInherited, isSameLine, relatedLine } from "./words.ts";

export const duplicatePriority: DialplanFaultRule = {
  id: "dialplan/duplicate-priority",
  on: "dialplan-fault",
  kinds: ["duplicate-priority"],
  effect: "line-ignored",
  summary: "Priority that an extension has already",
  describe: (fault) => {
    if (isSameLine(fault)) return undefined;
    const { extension = "", expected = "", related } = fault;
    const what = expected === "-1" ? "a hint" : `priority ${expected}`;
    const inherited = related !== undefined && isInherited(fault, related);
    const why = inherited
      ? `The section inherits ${what} of extension ${quoted(extension)} from ${earlier(fault)}, and what it inherits counts`
      : `Extension ${quoted(extension)} has ${what} already in ${earlierPlace(fault)}`;
    return {
      message: `${why}: Asterisk ignores this line${andFollowing(fault)}`,
      related: relatedLine(fault, "this line counts"),
    };
  },
};
