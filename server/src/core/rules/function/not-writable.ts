import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { functionSites } from "./sites.ts";
import { nameOffsets } from "./words.ts";

export const notWritable: DialplanRule = {
  id: "function/not-writable",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that can only be read",
  *check(dialplan, { installation }) {
    for (const { option, use, name, spec } of functionSites(dialplan, installation)) {
      if (spec === undefined || spec.write || use.access !== "write") continue;
      yield {
        ...placeIn(option, nameOffsets(use)),
        message: `The function ${quoted(name)} cannot be written to: the assignment does nothing`,
        runtimeLog: [`Function ${name} cannot be written to`],
      };
    }
  },
};
