import { placeIn } from "../dialplan/texts.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
import { knownVariables } from "./known-variables.ts";
import { variableReads } from "./reads.ts";

export const neverSet: DialplanRule = {
  id: "variable/never-set",
  on: "dialplan",
  effect: "not-checked",
  summary: "Variable that nothing here sets",
  *check(dialplan, { installation }) {
    const known = knownVariables(dialplan, installation);
    if (known === undefined) return;
    const { functions } = installation.dialplanCatalog;
    const told = new Set<string>();
    for (const { option, name, start, end } of variableReads(dialplan, installation)) {
      if (told.has(name) || known.isSet(name) || functions.function(name) !== undefined) continue;
      if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) continue;
      told.add(name);
      yield {
        ...placeIn(option, { start, end }),
        message: `Nothing here sets ${quoted(name)}: it is empty unless the call brings it along`,
      };
    }
  },
};
