import type { StepLine } from "../../dialplan/lines.ts";
import type { Extension, Priority } from "../../dialplan/model.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";
import { extensionsThat, type WaysIn, wellKnown } from "./ways-in.ts";

export const gap: DialplanRule = {
  id: "flow/gap",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Extension that lacks a priority, so that calls end there",
  *check(dialplan, { installation }) {
    const seen = new Set<StepLine>();
    for (const { extension, ways } of wellKnown(withGaps, dialplan, installation)) {
      for (const [before, behind] of gapsOf(extension, ways)) {
        const [last, line] = [ways.steps.lineOf(before), ways.steps.lineOf(behind)];
        if (last === undefined || line === undefined || seen.has(line)) continue;
        seen.add(line);
        yield {
          ...placeOf(line, line.step.priority),
          message: `Extension ${quoted(extension.name)} has no priority ${before.number + 1}: a call ends after priority ${before.number} (${lineOf(last.step.option, line.step.option.file)}) and never comes here`,
        };
      }
    }
  },
};

const withGaps = extensionsThat(({ priorities }) => {
  const first = priorities[0];
  const last = priorities[priorities.length - 1];
  return first !== undefined && last !== undefined && last.number - first.number >= priorities.length;
});

/** Pairs of steps between which nothing is. Steps at n+101 are those that applications of old jumped to. */
function* gapsOf(extension: Extension, ways: WaysIn): Generator<readonly [Priority, Priority]> {
  let before: Priority | undefined;
  for (const priority of extension.priorities) {
    const last = before;
    before = priority;
    if (last === undefined || last.number + 1 === priority.number || priority.number > 101) continue;
    if (ways.isTarget(priority) || priority.label !== undefined || ways.endsAt(last)) continue;
    if (ways.isSupplied(extension, last.context, last.number + 1)) continue;
    if (!ways.isContinued(priority)) yield [last, priority];
  }
}
