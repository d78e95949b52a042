import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { functionSites } from "./sites.ts";
import { nameOffsets } from "./words.ts";

export const notReadable: DialplanRule = {
  id: "function/not-readable",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that can only be written",
  *check(dialplan, { installation }) {
    for (const { option, use, name, spec } of functionSites(dialplan, installation)) {
      if (spec === undefined || spec.read || use.access !== "read") continue;
      yield {
        ...placeIn(option, nameOffsets(use)),
        message: `The function ${quoted(name)} cannot be read: nothing stands here when a call comes; write Set(${name}(...)=...)`,
        runtimeLog: [`Function ${name} cannot be read`],
      };
    }
  },
};
