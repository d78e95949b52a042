import type { StepLine } from "../../dialplan/lines.ts";
import type { LocationPart } from "../../dialplan/step/location.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Edit, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { outcomeOf } from "./words.ts";

export const blankInTarget: DialplanRule = {
  id: "jump/blank-in-target",
  on: "dialplan",
  effect: "call-fails",
  summary: "Blank in the target of a jump, where it belongs to the name",
  *check(dialplan, context) {
    for (const broken of brokenJumps(dialplan, context.installation)) {
      if (broken.mistake !== "blank-in-target") continue;
      const { line, jump } = broken;
      const { effect, text, log } = outcomeOf(broken, dialplan);
      const parts = [jump.context, jump.extension, jump.priority].filter((part) => part !== undefined);
      const wrong = parts.find(({ value = "" }) => value !== value.trim()) ?? jump;
      const name = "value" in wrong ? (wrong.value ?? "") : "";
      yield {
        ...placeOf(line, wrong),
        message: `Blanks belong to the name here: nothing is called ${quoted(name)}, so ${text}`,
        effect,
        runtimeLog: log,
        fixes: withoutBlanks(line, "value" in wrong ? parts : []),
      };
    }
  },
};

/** One fix for all parts of the target that have blanks at their ends. */
function withoutBlanks(line: StepLine, parts: readonly LocationPart[]): readonly Fix[] {
  const title = "Remove the blanks";
  const edits: Edit[] = [];
  for (const part of parts) {
    const { value = "" } = part;
    if (part.start >= part.end || value === value.trim()) continue;
    const [fix] = rewritten(line, part, value.trim(), title, true);
    if (fix === undefined) return [];
    edits.push(...fix.edits);
  }
  return edits.length === 0 ? [] : [{ title, safe: true, edits }];
}
