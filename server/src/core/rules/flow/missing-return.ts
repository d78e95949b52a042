import { namePlace } from "../../config/option-span.ts";
import type { Dialplan, Priority } from "../../dialplan/model.ts";
import type { Jump } from "../../dialplan/step/jump.ts";
import type { StepLine } from "../../dialplan/steps.ts";
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
  readonly place: Priority;
}

/** The calls of subroutines in a context, for each place that they name the first one. */
const called = perContext<[], Called>((context, steps) => {
  const found = new Map<string, Called>();
  let count = 0;
  for (const line of linesOf(context, steps)) {
    const [place] = line.places;
    if (place === undefined) continue;
    for (const jump of line.jumps) {
      if (jump.kind !== "gosub" || !gosubs.has(jump.call.name)) continue;
      const { context: named, extension, target } = jump;
      const isNamed = named?.value !== undefined && extension?.value !== undefined && !jump.assumed;
      const key = isNamed
        ? `${named.value}\0${extension.value}\0${target?.relative}\0${target?.label}\0${target?.number}`
        : String(count++);
      if (!found.has(key)) found.set(key, { line, jump, place });
    }
  }
  return [...found.values()];
});

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
    for (const { line, jump, place } of called.all(ways.steps, [])) {
      const target = targetOf(jump, place, dialplan);
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
