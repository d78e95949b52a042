// The calls of a step: its own, and those that stand in the arguments of ExecIf and the like.

import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import type { SameLines, StepLine } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";

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

/** An application that steps call, with its calls. */
export interface CalledApplication {
  /** In lower case. */
  readonly name: string;
  /** As any version has it. */
  readonly known: ApplicationSpec | undefined;
  /** Where the target version has it. */
  readonly spec: ApplicationSpec | undefined;
  /** For each text the call in the first line that has it. */
  readonly sites: readonly (CallSite & SameText)[];
}

interface SameText {
  /** Has all lines with the call. */
  readonly text: SameLines;
}

/**
 * The calls of the applications that a rule `concerns`, in order. A further test may look at what the text of a line
 * tells, no more: many lines share it.
 */
export function callSites(
  dialplan: Dialplan,
  installation: Installation,
  concerns: (application: CalledApplication) => boolean,
  test?: (site: CallSite) => boolean,
): readonly CallSite[] {
  const found: CallSite[] = [];
  for (const application of calledApplications(dialplan, installation)) {
    if (!concerns(application)) continue;
    for (const site of application.sites) {
      if (test !== undefined && !test(site)) continue;
      for (const line of site.text.lines) found.push(site.line === line ? site : { ...site, line });
    }
  }
  return found.sort((left, right) => left.line.position - right.line.position);
}

/** The calls of what the target version does not have, whatever the reason. */
export function absentCalls(dialplan: Dialplan, installation: Installation): readonly CallSite[] {
  return callSites(dialplan, installation, ({ spec }) => spec === undefined);
}

/** The calls of Set. */
export const setCalls: PerDialplan<readonly CallSite[]> = perDialplan((dialplan, installation) =>
  callSites(dialplan, installation, ({ name }) => name === "set"),
);

/** All that the steps of a dialplan call. */
export const calledApplications: PerDialplan<readonly CalledApplication[]> = perDialplan(
  (dialplan, installation) => {
    const { applications } = installation.dialplanCatalog;
    const found = new Map<string, CalledApplication & { readonly sites: (CallSite & SameText)[] }>();
    const add = (line: StepLine, call: Call, text: SameLines): void => {
      const { name, spec: known } = call;
      let called = found.get(name);
      if (called === undefined) {
        const spec = known === undefined ? undefined : applications.application(known.name);
        called = { name, known, spec, sites: [] };
        found.set(name, called);
      }
      const inner = call !== line.call;
      called.sites.push({ line, call, inner, guarded: inner && isGuard(line), spec: called.spec, text });
      for (const { call: next } of call.inner) add(line, next, text);
    };
    for (const text of installation.steps(dialplan).texts)
      if (text.call !== undefined) add(text.first, text.call, text);
    return [...found.values()];
  },
);

/** TryExec goes on where the application is missing; IFMODULE() asks beforehand. */
function isGuard({ call, step }: StepLine): boolean {
  return call?.name === "tryexec" || step.option.value.includes("IFMODULE(");
}
