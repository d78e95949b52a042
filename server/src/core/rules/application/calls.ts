// The calls of a step: its own, and those that stand in the arguments of ExecIf and the like.

import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import type { StepLine } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";

/** A call and the line that it stands in. */
export interface CallSite {
  readonly line: StepLine;
  readonly call: Call;
  /** Whether it stands in the arguments of another call. */
  readonly inner: boolean;
  /** The application where the target version has it. */
  readonly spec: ApplicationSpec | undefined;
}

/** Every application call of a line, the outer one first; none for a hint. */
export function callsOf({ call }: StepLine): readonly Call[] {
  if (call === undefined) return none;
  return call.inner.length === 0 ? [call] : [call, ...innerCalls(call)];
}

const none: readonly Call[] = [];

function innerCalls(call: Call): Call[] {
  return call.inner.flatMap(({ call: inner }) => [inner, ...innerCalls(inner)]);
}

const sites = new WeakMap<Dialplan, readonly CallSite[]>();

/** Every call of a dialplan, in order. */
export function callSites(dialplan: Dialplan, installation: Installation): readonly CallSite[] {
  const known = sites.get(dialplan);
  if (known !== undefined) return known;
  const { applications } = installation.dialplanCatalog;
  const found: CallSite[] = [];
  for (const line of installation.steps(dialplan).lines) {
    for (const call of callsOf(line)) {
      const spec = call.spec === undefined ? undefined : applications.application(call.spec.name);
      found.push({ line, call, inner: call !== line.call, spec });
    }
  }
  sites.set(dialplan, found);
  return found;
}
