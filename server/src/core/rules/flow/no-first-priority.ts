import type { StepLine } from "../../dialplan/lines.ts";
import type { Extension } from "../../dialplan/model.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { extensionsThat, type WaysIn, wellKnown } from "./ways-in.ts";

export const noFirstPriority: DialplanRule = {
  id: "flow/no-first-priority",
  on: "dialplan",
  effect: "call-fails",
  summary: "Extension whose steps begin above priority 1, so that no call gets into it",
  *check(dialplan, { installation }) {
    const seen = new Set<StepLine>();
    for (const { extension, ways } of wellKnown(beginningLater, dialplan, installation)) {
      if (!isShut(extension, ways)) continue;
      const first = extension.priorities[0];
      const line = first === undefined ? undefined : ways.steps.lineOf(first);
      if (first === undefined || line === undefined || seen.has(line)) continue;
      seen.add(line);
      yield {
        ...placeOf(line, line.step.priority),
        message: `Extension ${quoted(extension.name)} begins at priority ${first.number}: without a priority 1 no call gets into it`,
      };
    }
  },
};

// That "n" counted on from another extension is a mistake of its own.
const beginningLater = extensionsThat(
  ({ priorities: [first] }) =>
    first !== undefined && first.number !== 1 && /^[0-9]/.test(first.step.priority.text),
);

function isShut(extension: Extension, ways: WaysIn): boolean {
  const { priorities } = extension;
  const first = priorities[0];
  if (first === undefined) return false;
  if (priorities.some((priority) => ways.isTarget(priority) || ways.isContinued(priority))) return false;
  // Steps that are there to be called by their label do not matter as long as nobody includes their context.
  if (first.label !== undefined && ways.reach.includersOf(first.context)?.length === 0) return false;
  return !ways.isSupplied(extension, first.context, 1);
}
