import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { extensionNamed } from "./words.ts";

export const discouragedPattern: DialplanFaultRule = {
  id: "dialplan/discouraged-pattern",
  on: "dialplan-fault",
  kinds: ["discouraged-pattern"],
  effect: "works-otherwise",
  summary: 'The patterns "_." and "_!", which also take h, i and t',
  describe: ({ extension = "", section }, { installation, load }) => {
    const context = installation.dialplanOf(load).contexts.get(section.name);
    const taken = special.filter((name) => extensionNamed(context, name) === undefined);
    const last = taken.at(-1);
    if (last === undefined)
      return {
        message: `${quoted(extension)} takes every extension that the context does not have, whatever is dialled`,
      };
    const list = taken.length === 1 ? last : `${taken.slice(0, -1).join(", ")} and ${last}`;
    const goes = taken.length === 1 ? "to it" : "to one of them";
    return {
      message: `${quoted(extension)} also takes the special extension${taken.length === 1 ? "" : "s"} ${list}: where Asterisk goes ${goes} by itself${taken.includes("h") ? ", such as after a hangup" : ""}, it runs these steps`,
    };
  },
};

/** What a context may have for Asterisk to go to by itself. */
const special: readonly string[] = ["h", "i", "t", "s"];
