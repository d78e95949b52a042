// The calls of a step: its own, and those that stand in the arguments of ExecIf and the like.

import type { Call } from "../../dialplan/step/call.ts";
import type { StepLine } from "../../dialplan/steps.ts";

/** Every application call of a line, the outer one first; none for a hint. */
export function callsOf({ call }: StepLine): readonly Call[] {
  if (call === undefined) return none;
  return call.inner.length === 0 ? [call] : [call, ...innerCalls(call)];
}

const none: readonly Call[] = [];

function innerCalls(call: Call): Call[] {
  return call.inner.flatMap(({ call: inner }) => [inner, ...innerCalls(inner)]);
}
