import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { variableReads } from "./reads.ts";

export const blankInVariableName: DialplanRule = {
  id: "variable/blank-in-name",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Blank in the braces around a variable",
  *check(dialplan, { installation }) {
    const { written } = installation.steps(dialplan);
    for (const { option, name, start, end } of variableReads(dialplan, installation)) {
      const trimmed = name.trim();
      if (trimmed === name || trimmed === "" || written.has(name)) continue;
      yield {
        ...placeIn(option, { start, end }),
        message: `Blanks belong to the name: this reads a variable ${quoted(name)}, which is empty, and not ${quoted(trimmed)}`,
        fixes: changes(option, [{ start, end, text: trimmed }], `Change to ${quoted(trimmed)}`, true),
      };
    }
  },
};
