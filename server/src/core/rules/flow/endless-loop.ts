import { placeOf } from "../application/places.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
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
    for (const line of ways.steps.lines) {
      const [jump] = line.jumps;
      const [place] = line.places;
      if (line.call?.name !== "goto" || jump === undefined || place === undefined) continue;
      if (jump.context !== undefined && jump.context.value !== place.priority.context) continue;
      if (jump.extension !== undefined && jump.extension.value !== place.extension.name) continue;
      const target = targetOf({ ...jump, context: undefined, extension: undefined }, place, dialplan);
      if (target === undefined || target.extension !== place.extension) continue;
      const round = place.extension.priorities.filter(
        ({ number }) => number >= target.priority.number && number < place.priority.number,
      );
      if (target.priority.number > place.priority.number) continue;
      if (round.length !== place.priority.number - target.priority.number) continue;
      const calm = round.every((priority) => {
        const step = ways.steps.lineOf(priority);
        return step?.call !== undefined && instant.has(step.call.name) && step.functions.length === 0;
      });
      if (!calm) continue;
      const to = round.length === 0 ? "itself" : `priority ${target.priority.number}`;
      yield {
        ...placeOf(line, jump),
        message: `Extension ${quoted(place.extension.name)} goes back to ${to} here without ever waiting or leaving: the call runs in circles at full speed until the caller hangs up`,
      };
    }
  },
};
