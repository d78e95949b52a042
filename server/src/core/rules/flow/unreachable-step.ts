import type { StepLine } from "../../dialplan/lines.ts";
import type { Extension, Priority } from "../../dialplan/model.ts";
import { endsHere } from "../../dialplan/step/flow.ts";
import { perContext } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { lineOf } from "../words.ts";
import { type WaysIn, waysInto } from "./ways-in.ts";

export const unreachableStep: DialplanRule = {
  id: "flow/unreachable-step",
  on: "dialplan",
  effect: "redundant",
  summary: "Step that no call gets to, since the one before it ends the call or leaves",
  *check(dialplan, { installation }) {
    const ways = waysInto(dialplan, installation);
    if (ways === undefined) return;
    // Each place of a line in which it is dead; of a first one the step that ends the call.
    const dead = new Map<StepLine, number>();
    const runs: { readonly first: StepLine; readonly end: StepLine; readonly rest: StepLine[] }[] = [];
    const begun = new Set<StepLine>();
    for (const extension of ending.all(ways.steps, [])) {
      for (const { end, steps } of deadRuns(extension, ways)) {
        for (const line of steps) dead.set(line, (dead.get(line) ?? 0) + 1);
        const [first, ...rest] = steps;
        if (first === undefined || begun.has(first)) continue;
        begun.add(first);
        runs.push({ first, end, rest });
      }
    }
    for (const { first, end, rest } of runs) {
      if (dead.get(first) !== first.places.length) continue;
      const alive = rest.findIndex((line) => dead.get(line) !== line.places.length);
      const count = alive < 0 ? rest.length : alive;
      // To hang up after all is a good habit.
      if (count === 0 && first.call?.name === "hangup") continue;
      const others =
        count === 0 ? "" : count === 1 ? ", nor to the one after it" : `, nor to the ${count} after it`;
      const { text } = end.step.application;
      const application = first.step.application;
      yield {
        ...placeOf(first, application.start < application.end ? application : first.step.priority),
        message: `No call gets to this step${others}: ${text} in ${lineOf(end.step.option, first.step.option.file)} always ends the call or leaves, and nothing jumps here`,
      };
    }
  },
};

/** What ends or begins a block is found by those who look for it. */
const marks: ReadonlySet<string> = new Set(["endwhile", "else", "elseif", "endif"]);

interface DeadRun {
  readonly end: StepLine;
  readonly steps: StepLine[];
}

/** Extensions with a step behind one that ends the call or leaves. */
const ending = perContext(({ extensions }, { lineOf }) =>
  extensions.filter(({ priorities }) => {
    for (let index = 0; index < priorities.length - 1; index++) {
      const call = lineOf(priorities[index] as Priority)?.call;
      if (call !== undefined && endsHere(call)) return true;
    }
    return false;
  }),
);

function deadRuns(extension: Extension, ways: WaysIn): DeadRun[] {
  const found: DeadRun[] = [];
  let open: DeadRun | undefined;
  let before: Priority | undefined;
  for (const priority of extension.priorities) {
    const last: Priority | undefined = before;
    before = priority;
    // Most steps are alive because the one before them goes on.
    if (last === undefined || (open === undefined && !ways.endsAt(last))) continue;
    const line = ways.steps.lineOf(priority);
    const follows = last.number === priority.number - 1;
    if (line === undefined || !follows || isReached(priority, last, line, ways)) open = undefined;
    else if (open !== undefined) open.steps.push(line);
    else {
      const end = ways.steps.lineOf(last);
      if (end !== undefined) {
        open = { end, steps: [line] };
        found.push(open);
      }
    }
  }
  return found;
}

/** Whether something else than the step before may lead here. */
function isReached(priority: Priority, before: Priority, { call }: StepLine, ways: WaysIn): boolean {
  if (call === undefined || marks.has(call.name) || priority.label !== undefined) return true;
  // What has a number of its own may be asked for by that number from outside.
  if (!/^(?:n|next)\b/.test(priority.step.priority.text)) return true;
  return ways.isTarget(priority) || ways.leadsOn(before) || ways.isContinued(priority);
}
