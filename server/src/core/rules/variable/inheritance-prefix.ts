import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { variableReads } from "./reads.ts";

export const inheritancePrefix: DialplanRule = {
  id: "variable/inheritance-prefix",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable that is read with the underscores of inheritance",
  *check(dialplan, { installation }) {
    const { written } = installation.steps(dialplan);
    for (const { option, name, start, end } of variableReads(dialplan, installation)) {
      if (!name.startsWith("_") || written.has(name)) continue;
      const bare = name.replace(/^__?/, "");
      if (!written.has(bare)) continue;
      yield {
        ...placeIn(option, { start, end }),
        message: `The underscores are no part of the name where a variable is set: this is empty, and ${quoted(bare)} is what was set`,
        fixes: changes(option, [{ start, end, text: bare }], `Change to ${quoted(bare)}`, true),
      };
    }
  },
};
