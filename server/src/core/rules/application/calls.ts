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
  /** Whether the dialplan reckons with it that the application may be missing. */
  readonly guarded: boolean;
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

interface Sites {
  readonly all: readonly CallSite[];
  readonly absent: readonly CallSite[];
  readonly sets: readonly CallSite[];
}

const sites = new WeakMap<Dialplan, Sites>();

/** Every call of a dialplan, in order. */
export function callSites(dialplan: Dialplan, installation: Installation): readonly CallSite[] {
  return sitesOf(dialplan, installation).all;
}

/** The calls of what the target version does not have, whatever the reason. */
export function absentCalls(dialplan: Dialplan, installation: Installation): readonly CallSite[] {
  return sitesOf(dialplan, installation).absent;
}

/** The calls of Set. */
export function setCalls(dialplan: Dialplan, installation: Installation): readonly CallSite[] {
  return sitesOf(dialplan, installation).sets;
}

function sitesOf(dialplan: Dialplan, installation: Installation): Sites {
  const known = sites.get(dialplan);
  if (known !== undefined) return known;
  const { applications } = installation.dialplanCatalog;
  const all: CallSite[] = [];
  const absent: CallSite[] = [];
  const sets: CallSite[] = [];
  const specs = new Map<ApplicationSpec, ApplicationSpec | undefined>();
  const add = (line: StepLine, call: Call): void => {
    const named = call.spec;
    if (named !== undefined && !specs.has(named)) specs.set(named, applications.application(named.name));
    const spec = named === undefined ? undefined : specs.get(named);
    const inner = call !== line.call;
    const site = { line, call, inner, guarded: inner && isGuard(line), spec };
    all.push(site);
    if (spec === undefined) absent.push(site);
    if (call.name === "set") sets.push(site);
    for (const { call: next } of call.inner) add(line, next);
  };
  for (const line of installation.steps(dialplan).lines) if (line.call !== undefined) add(line, line.call);
  const found = { all, absent, sets };
  sites.set(dialplan, found);
  return found;
}

/** TryExec goes on where the application is missing; IFMODULE() asks beforehand. */
function isGuard({ call, step }: StepLine): boolean {
  return call?.name === "tryexec" || step.option.value.includes("IFMODULE(");
}
