// From where the steps of a dialplan can be reached other than from the step before: by jumps, and because another
// extension that takes the same number has run out of steps.

import { priorityOf } from "../../dialplan/extension-index.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Context, Dialplan, Extension, Priority } from "../../dialplan/model.ts";
import { matchesName } from "../../dialplan/pattern/matches.ts";
import { isPatternName } from "../../dialplan/pattern/parse-pattern.ts";
import { endsHere } from "../../dialplan/step/flow.ts";
import type { Jump } from "../../dialplan/step/jump.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import { addTo } from "../../text/grouped.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type Reach, reachOf } from "../../workspace/jumps/reach.ts";
import { linesThat, type PerContext, perContext } from "../../workspace/per-context.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { contextsFor, lostNames } from "../jump/doubts.ts";

/** More extensions or contexts than this are not gone through for one step: it counts as reached. */
const most = 64;
const mostExtensions = 1000;

/** Undefined where jumps from elsewhere may lead into the steps. */
export const waysInto: PerDialplan<WaysIn | undefined> = perDialplan((dialplan, installation) =>
  contextsFor(dialplan, installation) === undefined
    ? undefined
    : new WaysIn(installation.steps(dialplan), reachOf(dialplan, installation)),
);

/** Those of the extensions of a context for which a test holds that looks at nothing but the extension. */
export function extensionsThat(test: (extension: Extension) => boolean): PerContext<[], Extension> {
  return perContext(({ extensions }) =>
    extensions.filter((extension) => !extension.unknown && test(extension)),
  );
}

/** The extensions of which all lines are known, with the ways into them; none where these cannot be known. */
export function* wellKnown(
  extensions: PerContext<[], Extension>,
  dialplan: Dialplan,
  installation: Installation,
): Generator<{ readonly extension: Extension; readonly ways: WaysIn }> {
  const ways = waysInto(dialplan, installation);
  if (ways === undefined) return;
  const lost = lostNames(dialplan);
  for (const extension of extensions.all(ways.steps, []))
    if (!lost.has(extension.name)) yield { extension, ways };
}

export class WaysIn {
  readonly steps: DialplanSteps;
  readonly reach: Reach;
  /** Numbers above 1 that jumps name, in whatever extension. */
  readonly #numbers = new Set<number>();
  readonly #labels = new Set<string>();
  /** Labels whose next step is reached, too: the callee of Dial's option G goes there. */
  readonly #nextLabels = new Set<string>();
  /** Contexts with jumps to priorities that only a call tells. */
  readonly #computed = new Set<string>();
  #computedAnywhere = false;
  readonly #runOuts = new Map<string, ReadonlyMap<number, readonly Extension[]>>();
  readonly #around = new Map<string, readonly Context[] | undefined>();

  constructor(steps: DialplanSteps, reach: Reach) {
    this.steps = steps;
    this.reach = reach;
    for (const line of leading(steps)) for (const jump of line.jumps) this.#jump(jump, line);
  }

  /** Whether any jump may lead to a step. A label counts as used where jumps that only a call tells may name it. */
  isTarget({ number, label, context }: Priority): boolean {
    if (this.#numbers.has(number) || this.#computedAnywhere || this.#computed.has(context)) return true;
    return label !== undefined && this.#labels.has(label);
  }

  /** Whether the step behind this one is where the callee of Dial's option G goes. */
  leadsOn({ label }: Priority): boolean {
    return label !== undefined && this.#nextLabels.has(label);
  }

  endsAt(priority: Priority): boolean {
    const call = this.steps.lineOf(priority)?.call;
    return call !== undefined && endsHere(call);
  }

  /** Whether a call in another extension may run out of steps so that it goes on with this number. */
  isContinued({ context, extension, number }: Priority): boolean {
    const around = this.contextsAround(context);
    if (around === undefined) return true;
    let count = 0;
    for (const { name } of around) {
      for (const other of this.#runOutsOf(name).get(number) ?? []) {
        if (++count > most) return true;
        if (other !== extension && mayOverlap(other, extension)) return true;
      }
    }
    return false;
  }

  /** Whether another extension may have the step for a call that is in this one. */
  isSupplied(extension: Extension, context: string, number: number): boolean {
    const around = this.contextsAround(context);
    if (around === undefined) return true;
    let count = 0;
    for (const { name, extensions, switches } of around) {
      if (switches.length > 0 || this.reach.mayBeAdded(name, undefined)) return true;
      if (extensions.length > mostExtensions) return true;
      for (const other of extensions) {
        if (++count > mostExtensions) return true;
        if (other === extension || priorityOf(other, number) === undefined) continue;
        if (mayOverlap(other, extension)) return true;
      }
    }
    return false;
  }

  /** All contexts that are asked together with one: those that include it, with everything that they include. */
  contextsAround(name: string): readonly Context[] | undefined {
    if (this.#around.has(name)) return this.#around.get(name);
    const includers = this.reach.includersOf(name);
    let found: readonly Context[] | undefined;
    if (includers !== undefined) {
      found = this.reach.allWithin([name, ...includers.map((context) => context.name)], most);
    }
    this.#around.set(name, found);
    return found;
  }

  /** For each number, the extensions of a context that end before it without an end to the call. */
  #runOutsOf(name: string): ReadonlyMap<number, readonly Extension[]> {
    let runOuts = this.#runOuts.get(name);
    if (runOuts === undefined) {
      runOuts = this.#readRunOuts(name);
      this.#runOuts.set(name, runOuts);
    }
    return runOuts;
  }

  #readRunOuts(name: string): Map<number, Extension[]> {
    const found = new Map<number, Extension[]>();
    for (const extension of this.steps.dialplan.contexts.get(name)?.extensions ?? []) {
      const { priorities } = extension;
      for (let index = 0; index < priorities.length; index++) {
        const priority = priorities[index] as Priority;
        const number = priority.number + 1;
        if (priorities[index + 1]?.number === number || this.endsAt(priority)) continue;
        addTo(found, number, extension);
      }
    }
    return found;
  }

  #jump(jump: Jump, line: StepLine): void {
    const { target, kind } = jump;
    if (kind === "context") return;
    const withNext = jump.call.name === "dial" && kind === "goto";
    if (target === undefined || (target.number === undefined && target.label === undefined)) {
      this.#computedPriority(jump, line);
      return;
    }
    if (target.label !== undefined) {
      this.#labels.add(target.label);
      if (withNext) this.#nextLabels.add(target.label);
    }
    if (target.number === undefined) return;
    if (target.relative === undefined) {
      if (target.number > 1) this.#numbers.add(target.number);
      if (withNext) this.#numbers.add(target.number + 1);
      return;
    }
    const distance = target.relative === "-" ? -target.number : target.number;
    for (const { number } of line.places) this.#numbers.add(number + distance);
  }

  #computedPriority(jump: Jump, line: StepLine): void {
    const named = jump.context === undefined ? undefined : jump.context.value;
    // A text that is a single gap may hold a whole location.
    const whole = jump.context === undefined && jump.extension === undefined;
    if (jump.context !== undefined && named === undefined) {
      this.#computedAnywhere = true;
      return;
    }
    if (whole && jump.priority?.known.pieces[0]?.text === undefined) {
      for (const { context } of line.places) this.#nearby(context);
      return;
    }
    if (named !== undefined) this.#nearby(named);
    else for (const { context } of line.places) this.#nearby(context);
  }

  #nearby(context: string): void {
    if (this.#computed.has(context)) return;
    const around = this.contextsAround(context);
    if (around === undefined) this.#computedAnywhere = true;
    else for (const { name } of around) this.#computed.add(name);
    this.#computed.add(context);
  }
}

/** Lines with a jump elsewhere than to the first step of an extension. */
const leading = linesThat(
  ({ jumping }) => jumping,
  ({ jumps }) => jumps.some((jump) => !isToFirst(jump)),
);

function isToFirst({ kind, call, target }: Jump): boolean {
  if (kind === "context") return true;
  if (target === undefined || target.label !== undefined || target.relative !== undefined) return false;
  return target.number === 1 && !(call.name === "dial" && kind === "goto");
}

/** Whether some number is taken by both. */
function mayOverlap(left: Extension, right: Extension): boolean {
  if (left.unknown || right.unknown) return true;
  const [leftPattern, rightPattern] = [isPatternName(left.name), isPatternName(right.name)];
  if (leftPattern && rightPattern) return true;
  return leftPattern ? matchesName(left.name, right.name) : matchesName(right.name, left.name);
}
