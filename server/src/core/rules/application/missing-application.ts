import type { DialplanRule } from "../rule.ts";
import { absentCalls } from "./calls.ts";
import { placeOf } from "./places.ts";
import { notFoundLog } from "./words.ts";

export const missingApplication: DialplanRule = {
  id: "application/missing-application",
  on: "dialplan",
  effect: "call-fails",
  summary: "Step without an application",
  *check(dialplan, { installation }) {
    for (const site of absentCalls(dialplan, installation)) {
      const { line, call, inner } = site;
      if (call.application.text !== "" || (inner && call.data.start >= call.data.end)) continue;
      const { step } = line;
      const piece = inner ? call.application : { start: step.priority.start, end: step.option.value.length };
      yield {
        ...placeOf(line, piece),
        message: "The step calls no application: Asterisk hangs up when a call comes here",
        runtimeLog: notFoundLog(site),
      };
    }
  },
};
