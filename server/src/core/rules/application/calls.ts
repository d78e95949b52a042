// The calls of a step: its own, and those that stand in the arguments of ExecIf and the like.

import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import type { StepLine } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../per-dialplan.ts";

/** A call and the line that it stands in. */
export interface CallSite {
  readonly line: StepLine;
  readonly call: Call;
  /** Whether it stands in the arguments of another call. */
  readonly inner: boolean;
  /** Whether the dialplan reckons with it that the application may be missing. */
  readonly guarded: boolean;
  /** The application where the target version has it. */
  readonly spec: ApplicationSpec | undefined;
}

/** Every application call of a line, the outer one first; none for a hint. */
export function callsOf({ call }: Pick<StepLine, "call">): readonly Call[] {
  if (call === undefined) return none;
  return call.inner.length === 0 ? [call] : [call, ...innerCalls(call)];
}

const none: readonly Call[] = [];

function innerCalls(call: Call): Call[] {
  return call.inner.flatMap(({ call: inner }) => [inner, ...innerCalls(inner)]);
}

/** The calls of a dialplan that a test holds for, in order. It may look at what the text of a line tells, no more. */
export function callSites(
  dialplan: Dialplan,
  installation: Installation,
  test: (site: CallSite) => boolean,
): readonly CallSite[] {
  // Many lines share their text with others, and most tests hold for none of them.
  const calls = new Map<Call, CallSite>();
  for (const site of distinctSites(dialplan, installation)) if (test(site)) calls.set(site.call, site);
  if (calls.size === 0) return noSites;
  const found: CallSite[] = [];
  for (const line of installation.steps(dialplan).lines)
    for (const call of callsOf(line)) {
      const site = calls.get(call);
      if (site !== undefined) found.push(site.line === line ? site : { ...site, line });
    }
  return found;
}

const noSites: readonly CallSite[] = [];

/** The calls of what the target version does not have, whatever the reason. */
export function absentCalls(dialplan: Dialplan, installation: Installation): readonly CallSite[] {
  return callSites(dialplan, installation, ({ spec }) => spec === undefined);
}

/** The calls of Set. */
export const setCalls: PerDialplan<readonly CallSite[]> = perDialplan((dialplan, installation) =>
  callSites(dialplan, installation, ({ call }) => call.name === "set"),
);

/** The calls of each text, in the first line that has it. */
const distinctSites: PerDialplan<readonly CallSite[]> = perDialplan((dialplan, installation) => {
  const { applications } = installation.dialplanCatalog;
  const specs = new Map<ApplicationSpec, ApplicationSpec | undefined>();
  const found: CallSite[] = [];
  const add = (line: StepLine, call: Call): void => {
    const named = call.spec;
    if (named !== undefined && !specs.has(named)) specs.set(named, applications.application(named.name));
    const spec = named === undefined ? undefined : specs.get(named);
    const inner = call !== line.call;
    found.push({ line, call, inner, guarded: inner && isGuard(line), spec });
    for (const { call: next } of call.inner) add(line, next);
  };
  for (const { lines } of installation.steps(dialplan).texts) {
    const [line] = lines;
    if (line?.call !== undefined) add(line, line.call);
  }
  return found;
});

/** TryExec goes on where the application is missing; IFMODULE() asks beforehand. */
function isGuard({ call, step }: StepLine): boolean {
  return call?.name === "tryexec" || step.option.value.includes("IFMODULE(");
}
