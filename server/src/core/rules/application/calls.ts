// The calls of a step: its own, and those that stand in the arguments of ExecIf and the like.

import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import type { SameLines, StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { exact } from "../../text/exact.ts";
import type { Installation } from "../../workspace/installation.ts";
import { perBlock } from "../../workspace/per-context.ts";
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
  /** One for each line; in the first state of a dialplan one for each text. */
  readonly sites: readonly CallSite[];
}

/** A call in the first of the lines of one text. */
interface SiteInText extends CallSite {
  readonly text: SameLines;
}

/** Which calls a rule is about. */
type Concerns = (application: CalledApplication) => boolean;
type Test = (site: CallSite) => boolean;

/**
 * The calls of the applications that a rule `concerns`, in order. A further test may look at what the text of a line
 * tells, no more: many lines share it. Neither may look at anything else: what they say of a block of contexts is kept.
 */
export function sitesThat(concerns: Concerns, test?: Test): PerDialplan<readonly CallSite[]> {
  return perCall(concerns, test, (sites) => sites);
}

/** What is read of these calls, of each by itself. */
export function perCall<Item>(
  concerns: Concerns,
  test: Test | undefined,
  read: (sites: readonly CallSite[]) => readonly Item[],
): PerDialplan<readonly Item[]> {
  const inBlock = perBlock<[Applications], readonly Item[]>((block, steps, given) =>
    exact(read(picked([calledIn(block, steps, given)], concerns, test))),
  );
  return perDialplan((dialplan, installation) => {
    const steps = installation.steps(dialplan);
    if (!steps.isLater) return read(callSites(dialplan, installation, concerns, test));
    const { applications } = installation.dialplanCatalog;
    return steps.blocks.flatMap((block) => inBlock(block, steps, [applications]));
  });
}

/** The same calls, not remembered: where more than an application and a call decides what a rule is about. */
export function callSites(
  dialplan: Dialplan,
  installation: Installation,
  concerns: Concerns,
  test?: Test,
): readonly CallSite[] {
  return picked(calledApplications(dialplan, installation), concerns, test);
}

function picked(
  lists: readonly (readonly CalledApplication[])[],
  concerns: Concerns,
  test: Test | undefined,
): readonly CallSite[] {
  const found: CallSite[] = [];
  for (const applications of lists) {
    for (const application of applications) {
      if (!concerns(application)) continue;
      for (const site of application.sites) {
        if (test !== undefined && !test(site)) continue;
        if (!isInText(site)) found.push(site);
        else for (const line of site.text.lines) found.push(site.line === line ? site : { ...site, line });
      }
    }
  }
  return found.sort((left, right) => left.line.position - right.line.position);
}

function isInText(site: CallSite): site is SiteInText {
  return "text" in site;
}

/** The calls of what the target version does not have, whatever the reason. */
export const absentCalls: PerDialplan<readonly CallSite[]> = sitesThat(({ spec }) => spec === undefined);

/** The calls of Set. */
export const setCalls: PerDialplan<readonly CallSite[]> = sitesThat(({ name }) => name === "set");

/** What the steps of a dialplan call: of the whole dialplan, or of each block of contexts, in order. */
const calledApplications: PerDialplan<readonly (readonly CalledApplication[])[]> = perDialplan(
  (dialplan, installation) => {
    const { applications } = installation.dialplanCatalog;
    const steps = installation.steps(dialplan);
    if (steps.isLater) return steps.blocks.map((block) => calledIn(block, steps, [applications]));
    const called = new Called(applications);
    for (const text of steps.texts) {
      const { call } = text.first;
      if (call !== undefined) called.add(text.first, call, text);
    }
    return [called.all];
  },
);

const calledIn = perBlock<[Applications], readonly CalledApplication[]>(({ lines }, _, [applications]) => {
  const called = new Called(applications);
  for (const line of lines) if (line.call !== undefined) called.add(line, line.call);
  return called.all;
});

/** All applications that the steps of a dialplan call: by name in lower case, as any version has them. */
export const calledNames: PerDialplan<ReadonlyMap<string, ApplicationSpec | undefined>> = perDialplan(
  (dialplan, installation) => {
    const names = new Map<string, ApplicationSpec | undefined>();
    for (const applications of calledApplications(dialplan, installation))
      for (const { name, known } of applications) names.set(name, known);
    return names;
  },
);

type Applications = Installation["dialplanCatalog"]["applications"];

class Called {
  readonly #applications: Applications;
  readonly #byName = new Map<string, CalledApplication & { readonly sites: CallSite[] }>();

  constructor(applications: Applications) {
    this.#applications = applications;
  }

  get all(): readonly CalledApplication[] {
    return [...this.#byName.values()];
  }

  add(line: StepLine, call: Call, text?: SameLines): void {
    const { name, spec: known } = call;
    let called = this.#byName.get(name);
    if (called === undefined) {
      const spec = known === undefined ? undefined : this.#applications.application(known.name);
      called = { name, known, spec, sites: [] };
      this.#byName.set(name, called);
    }
    const inner = call !== line.call;
    const site = { line, call, inner, guarded: inner && isGuard(line), spec: called.spec };
    called.sites.push(text === undefined ? site : Object.assign(site, { text }));
    for (const { call: next } of call.inner) this.add(line, next, text);
  }
}

/** TryExec goes on where the application is missing; IFMODULE() asks beforehand. */
function isGuard({ call, step }: StepLine): boolean {
  return call?.name === "tryexec" || step.option.value.includes("IFMODULE(");
}
