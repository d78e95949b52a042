import { neverTrue } from "../../dialplan/timing/is-active.ts";
import type { DialplanRule } from "../rule.ts";
import { placeIn, timeConditions } from "./time-conditions.ts";

export const neverTrueTime: DialplanRule = {
  id: "flow/never-true-time",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Time condition that no moment fits",
  *check(dialplan, { installation }) {
    for (const condition of timeConditions(dialplan, installation)) {
      const { timing, text, never } = condition;
      if (!neverTrue(timing) || timing.faults.length > 0) continue;
      yield {
        ...placeIn(condition, 0, text.length),
        message: `No month has such a day: ${never}`,
      };
    }
  },
};
