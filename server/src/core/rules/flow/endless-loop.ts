import type { Extension } from "../../dialplan/model.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { targetOf } from "./subroutines.ts";
import { waysInto } from "./ways-in.ts";

/** Applications that take no time, and change nothing that a loop without a condition could end by. */
const instant: ReadonlySet<string> = new Set(["noop", "verbose", "log", "set", "mset", "answer", "ringing"]);

export const endlessLoop: DialplanRule = {
  id: "flow/endless-loop",
  on: "dialplan",
  effect: "call-fails",
  summary: "Goto back to steps that neither wait nor leave",
  *check(dialplan, { installation }) {
    const ways = waysInto(dialplan, installation);
    if (ways === undefined) return;
    const calmRuns = new Map<Extension, ReadonlyMap<number, number>>();
    for (const line of gotos(ways.steps)) {
      const jump = line.jumps[0];
      if (jump === undefined) continue;
      const { place } = line;
      if (jump.context !== undefined && jump.context.value !== place.context) continue;
      if (jump.extension !== undefined && jump.extension.value !== place.extension.name) continue;
      const target = targetOf({ ...jump, context: undefined, extension: undefined }, place, dialplan);
      if (target === undefined || target.extension !== place.extension) continue;
      const calm = calmBefore(place.extension, ways.steps, calmRuns);
      const [from, to] = [target.number, place.number];
      if (from > to || (calm.get(to) ?? to) > from) continue;
      const back = from === to ? "itself" : `priority ${from}`;
      yield {
        ...placeOf(line, jump),
        message: `Extension ${quoted(place.extension.name)} goes back to ${back} here without ever waiting or leaving: the call runs in circles at full speed until the caller hangs up`,
      };
    }
  },
};

const gotos = linesWithText(({ call }) => call?.name === "goto");

/** For each priority the lowest one from which only steps without waiting lead to it. */
function calmBefore(
  extension: Extension,
  steps: DialplanSteps,
  known: Map<Extension, ReadonlyMap<number, number>>,
): ReadonlyMap<number, number> {
  const before = known.get(extension);
  if (before !== undefined) return before;
  const starts = new Map<number, number>();
  let start: number | undefined;
  let next = 0;
  for (const priority of extension.priorities) {
    const { number } = priority;
    if (start === undefined || number !== next) start = number;
    starts.set(number, start);
    next = number + 1;
    const step = steps.lineOf(priority);
    const isCalm = step?.call !== undefined && instant.has(step.call.name) && step.functions.length === 0;
    if (!isCalm) start = undefined;
  }
  known.set(extension, starts);
  return starts;
}
