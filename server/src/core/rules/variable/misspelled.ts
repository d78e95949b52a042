import { asciiLower } from "../../text/ascii.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
import { knownVariables } from "./known-variables.ts";
import { variableReads } from "./reads.ts";

export const misspelled: DialplanRule = {
  id: "variable/misspelled",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable that nothing sets, while one with almost the same name is set",
  *check(dialplan, { installation }) {
    const known = knownVariables(dialplan, installation);
    if (known === undefined) return;
    const byShape = new Map([...known.names].map((name) => [shape(name), name]));
    for (const { option, name, start, end } of variableReads(dialplan, installation)) {
      const near = known.isSet(name) ? undefined : byShape.get(shape(name));
      if (near === undefined || name.trim() !== name) continue;
      yield {
        ...placeIn(option, { start, end }),
        message: `Nothing sets ${quoted(name)}, but ${quoted(near)} is set: case and underscores count in names of variables`,
        fixes: changes(option, [{ start, end, text: near }], `Change to ${quoted(near)}`, false),
      };
    }
  },
};

/** The same for names that only differ in case and underscores. */
function shape(name: string): string {
  return asciiLower(name).replaceAll(/[_-]/g, "");
}
