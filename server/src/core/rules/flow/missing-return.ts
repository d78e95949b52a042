import { namePlace } from "../../config/option-span.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan, Priority } from "../../dialplan/model.ts";
import type { Jump } from "../../dialplan/step/jump.ts";
import { linesOf, perContext } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";
import { type Straight, straightFrom, targetOf } from "./subroutines.ts";
import { type WaysIn, waysInto } from "./ways-in.ts";

const gosubs: ReadonlySet<string> = new Set(["gosub", "gosubif"]);

/** No more jumps are followed within a subroutine. */
const mostBranches = 50;

/** The step with which a way through a subroutine runs out. */
function lostIn(first: Priority, dialplan: Dialplan, ways: WaysIn): Straight["steps"][number] | undefined {
  const open = [first];
  const begun = new Set(open);
  for (let index = 0; index < open.length && index < mostBranches; index++) {
    const { steps, end, branches } = straightFrom(open[index] as Priority, ways, dialplan);
    const last = steps[steps.length - 1];
    if (end === "runs-out" && last !== undefined) return last;
    for (const branch of branches) {
      if (begun.has(branch)) continue;
      begun.add(branch);
      open.push(branch);
    }
  }
  return undefined;
}

interface Called {
  readonly line: StepLine;
  readonly jump: Jump;
}

/** The calls of subroutines in a context; of several in a row that name one place the first one. */
const called = perContext<[], Called>((context, steps) => {
  const found: Called[] = [];
  for (const line of linesOf(context, steps)) {
    const { jumps } = line;
    // Most lines have none.
    if (jumps.length === 0) continue;
    for (const jump of jumps) {
      if (jump.kind !== "gosub" || !gosubs.has(jump.call.name)) continue;
      const before = found[found.length - 1]?.jump;
      if (before === undefined || !namesSame(before, jump)) found.push({ line, jump });
    }
  }
  return found;
});

/** Whether two jumps name one place that does not depend on where they stand. */
function namesSame(left: Jump, right: Jump): boolean {
  return (
    left.context?.value !== undefined &&
    left.extension?.value !== undefined &&
    left.context.value === right.context?.value &&
    left.extension.value === right.extension?.value &&
    left.target?.number === right.target?.number &&
    left.target?.label === right.target?.label &&
    left.target?.relative === right.target?.relative &&
    left.assumed === right.assumed
  );
}

export const missingReturn: DialplanRule = {
  id: "flow/missing-return",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Subroutine that ends without Return, so that the call ends, too",
  *check(dialplan, { installation }) {
    const ways = waysInto(dialplan, installation);
    if (ways === undefined || !dialplan.general.autofallthrough) return;
    const told = new Set<unknown>();
    const followed = new Set<Priority>();
    for (const { line, jump } of called.all(ways.steps, [])) {
      const target = targetOf(jump, line.place, dialplan);
      if (target === undefined || followed.has(target)) continue;
      followed.add(target);
      const last = lostIn(target, dialplan, ways);
      if (last === undefined || told.has(last.line)) continue;
      told.add(last.line);
      const { option } = line.step;
      yield {
        ...placeOf(last.line, last.line.step.application),
        message: `Extension ${quoted(target.extension.name)} is called as a subroutine in ${lineOf(option, last.line.step.option.file)} and ends here without Return: the call ends, too`,
        related: [{ ...namePlace(option), message: "the subroutine is called here" }],
      };
    }
  },
};
