// Which subroutines are called, and what certainly happens from their first step on.

import { priorityOf } from "../../dialplan/extension-index.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import { findExtension } from "../../dialplan/lookup.ts";
import type { Dialplan, Priority } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { endsHere } from "../../dialplan/step/flow.ts";
import type { Jump } from "../../dialplan/step/jump.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import { perLine } from "../../workspace/per-context.ts";
import type { WaysIn } from "./ways-in.ts";

/** Applications after which the next step certainly follows while the caller stays. */
const passing: ReadonlySet<string> = new Set([
  ...["set", "mset", "noop", "verbose", "log", "answer", "progress", "ringing", "wait", "dumpchan"],
  ...["playback", "saydigits", "saynumber", "sayalpha", "sayphonetic", "sayunixtime", "playtones"],
  ...["stopplaytones", "mixmonitor", "stopmixmonitor", "userevent", "celgenuserevent", "system"],
  ...["dbdel", "dbdeltree", "setmusiconhold", "startmusiconhold", "stopmusiconhold", "sendtext"],
  ...["queuelog", "addqueuemember", "removequeuemember", "pausequeuemember", "unpausequeuemember"],
  ...["read", "sayunixtime", "senddtmf", "proceeding", "while", "endwhile"],
]);

/** Longer subroutines are not followed to their end. */
const mostSteps = 200;

/** Steps of which one follows on the other for certain, as far as that can be said. */
export interface Straight {
  readonly steps: readonly { readonly priority: Priority; readonly line: StepLine }[];
  /** "leaves": the last one ends the call or goes elsewhere; "runs-out": no step follows on the last one. */
  readonly end: "leaves" | "runs-out" | "unknown";
  /** Steps of the same extension to which a GotoIf or Goto leads. */
  readonly branches: readonly Priority[];
}

export function straightFrom(first: Priority, ways: WaysIn, dialplan: Dialplan): Straight {
  const { extension } = first;
  const steps: { priority: Priority; line: StepLine }[] = [];
  const branches: Priority[] = [];
  for (let number = first.number; steps.length < mostSteps; number++) {
    const priority = priorityOf(extension, number);
    if (priority === undefined) {
      const more = ways.isSupplied(extension, first.context, number);
      return { steps, branches, end: more ? "unknown" : "runs-out" };
    }
    const line = ways.steps.lineOf(priority);
    const call = line?.call;
    if (line === undefined || call === undefined) return { steps, branches, end: "unknown" };
    steps.push({ priority, line });
    const branching = call.name === "gotoif" || call.name === "goto";
    if (branching) branches.push(...ownBranches(line, priority, dialplan));
    if (endsHere(call)) return { steps, branches, end: "leaves" };
    if (!passing.has(call.name) && !(branching && mayPass(call))) return { steps, branches, end: "unknown" };
  }
  return { steps, branches, end: "unknown" };
}

/** The step with which a call that certainly comes to it ends or goes elsewhere. */
export function lastFrom(first: Priority, steps: DialplanSteps): StepLine | undefined {
  return certainlyNext(first, steps, endsHere);
}

/** The first step of a kind, where a call certainly comes to it from another one or begins with it. */
export function certainlyNext(
  first: Priority,
  { lineOf }: DialplanSteps,
  isWanted: (call: Call) => boolean,
): StepLine | undefined {
  let count = 0;
  for (let number = first.number; count < mostSteps; number++, count++) {
    const priority = priorityOf(first.extension, number);
    const line = priority && lineOf(priority);
    if (line?.call === undefined) return undefined;
    if (isWanted(line.call)) return line;
    if (endsHere(line.call) || !passing.has(line.call.name)) return undefined;
  }
  return undefined;
}

/** Where the jumps of a line lead within its extension. */
function ownBranches(line: StepLine, place: Priority, dialplan: Dialplan): Priority[] {
  return line.jumps.flatMap((jump) => {
    if (jump.kind !== "goto" || jump.elsewhere) return [];
    const target = targetOf(jump, place, dialplan);
    return target?.extension === place.extension ? [target] : [];
  });
}

/** Whether a GotoIf goes on with the next step where its condition is not as wanted. */
function mayPass({ name, source, data, arguments: given }: Call): boolean {
  const [condition] = given;
  // A condition that is constant is switched on or off on purpose.
  if (name !== "gotoif" || condition === undefined || given.length < 2) return false;
  return condition.text.parts.some(({ kind }) => kind !== "literal") && source.indexOf("?", data.start) >= 0;
}

/** The extension and step that a jump certainly comes to. */
export function targetOf(jump: Jump, place: Priority, dialplan: Dialplan): Priority | undefined {
  if (jump.assumed) return undefined;
  if (jump.context === undefined && jump.extension === undefined) return ownTarget(jump, place);
  if (jump.context?.value === undefined || jump.extension?.value === undefined) return undefined;
  const { target } = jump;
  const wanted = target?.relative === undefined ? (target?.label ?? target?.number) : undefined;
  if (wanted === undefined) return undefined;
  return foundTarget(dialplan, jump.context.value, jump.extension.value, wanted);
}

/** Many jumps go to few subroutines. */
const targets = new WeakMap<Dialplan, Map<string, Priority | undefined>>();

function foundTarget(
  dialplan: Dialplan,
  context: string,
  extension: string,
  priority: number | string,
): Priority | undefined {
  let known = targets.get(dialplan);
  if (known === undefined) {
    known = new Map();
    targets.set(dialplan, known);
  }
  const key = `${context}\0${extension}\0${typeof priority}${priority}`;
  if (known.has(key)) return known.get(key);
  const lookup = findExtension(dialplan, { context, extension, priority });
  const target = lookup.kind === "found" ? lookup.found?.priority : undefined;
  known.set(key, target);
  return target;
}

function ownTarget({ target }: Jump, { extension, number: from }: Priority): Priority | undefined {
  if (target === undefined || extension.unknown) return undefined;
  const { relative, number = 0, label } = target;
  const wanted = relative === undefined ? number : relative === "+" ? from + number : from - number;
  return priorityOf(extension, label ?? wanted);
}

/** The contexts that Gosub and Macro name; undefined: any. */
const entered = perLine<[], string | undefined>(
  ({ jumping }) => jumping,
  ({ jumps, places }, add) => {
    for (const { kind, context } of jumps) {
      if (kind !== "gosub" && kind !== "macro") continue;
      if (context === undefined) for (const place of places) add(place.context);
      else add(context.value);
    }
  },
);

/** Contexts in which something may be entered as a subroutine; undefined: in any. */
export function subroutineContexts(ways: WaysIn): ReadonlySet<string> | undefined {
  const starts = new Set<string>();
  for (const start of entered(ways.steps, [])) {
    if (start === undefined) return undefined;
    starts.add(start);
  }
  const names = new Set(starts);
  for (const start of starts) {
    const around = ways.contextsAround(start);
    if (around === undefined) return undefined;
    for (const { name } of around) names.add(name);
  }
  return names;
}
