// All steps of a dialplan with what stands in them. Each line is read once, whatever number of contexts inherit it.

import type { Dialplan, Extension, Priority, Step } from "./model.ts";
import { type Call, readCall, type StepCatalog } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import { type Hint, readHint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import { jumpsOf } from "./step/jumps.ts";
import type { Resolve } from "./step/known-text.ts";
import { type NameUse, namesIn, readsIn, type VariableUse } from "./step/references.ts";
import { constantText, parseText } from "./substitution/text.ts";

/** A line of the dialplan that became a priority, or several where sections inherit it. */
export interface StepLine {
  readonly step: Step;
  /** What it calls; undefined for a hint. */
  readonly call: Call | undefined;
  readonly hint: Hint | undefined;
  /** The priorities that it became; never empty. */
  readonly places: readonly Place[];
  readonly jumps: readonly Jump[];
  readonly names: readonly NameUse[];
  readonly reads: readonly VariableUse[];
  readonly writes: readonly Assignment[];
  readonly functions: readonly FunctionUse[];
}

/** Where a line ended up. */
export interface Place {
  readonly extension: Extension;
  readonly priority: Priority;
}

export interface DialplanSteps {
  readonly dialplan: Dialplan;
  /** In the order of the contexts, their extensions and priorities; each line once. */
  readonly lines: readonly StepLine[];
  readonly lineOf: (priority: Priority) => StepLine | undefined;
  /** Names of variables that a step or a channel's configuration sets, so that a global is not certain to count. */
  readonly written: ReadonlySet<string>;
  /** The value of a global variable that nothing else sets. */
  readonly resolve: Resolve;
}

/**
 * Reads all steps. `setElsewhere`: variables that other files set on channels, which come before globals of that name.
 */
export function readSteps(
  dialplan: Dialplan,
  catalog: StepCatalog,
  setElsewhere: ReadonlySet<string>,
): DialplanSteps {
  const placed = placesByStep(dialplan);
  const calls = new Map<Step, Call>();
  for (const [step, places] of placed) if (!isHint(places)) calls.set(step, readCall(step, catalog));
  const written = writtenNames(dialplan, calls, catalog, setElsewhere);
  const resolve = globalValues(dialplan, written);
  const lines: StepLine[] = [];
  const byStep = new Map<Step, StepLine>();
  for (const [step, places] of placed) {
    const line = lineOf(step, places, calls.get(step), catalog, resolve);
    lines.push(line);
    byStep.set(step, line);
  }
  return { dialplan, lines, lineOf: ({ step }) => byStep.get(step), written, resolve };
}

function placesByStep({ contexts }: Dialplan): Map<Step, Place[]> {
  const placed = new Map<Step, Place[]>();
  const add = (extension: Extension, priority: Priority): void => {
    const before = placed.get(priority.step);
    if (before === undefined) placed.set(priority.step, [{ extension, priority }]);
    else before.push({ extension, priority });
  };
  for (const context of contexts.values()) {
    for (const extension of context.extensions) {
      if (extension.hint !== undefined) add(extension, extension.hint);
      for (const priority of extension.priorities) add(extension, priority);
    }
  }
  return placed;
}

function isHint(places: readonly Place[]): boolean {
  return places[0]?.priority.number === -1;
}

function lineOf(
  step: Step,
  places: readonly Place[],
  call: Call | undefined,
  catalog: StepCatalog,
  resolve: Resolve,
): StepLine {
  if (call === undefined) {
    const source = step.option.value;
    const text = parseText(source, step.application.start, step.application.end);
    const { names, reads, writes, functions } = readsIn(source, text, catalog, resolve);
    const hint = readHint(step, resolve);
    return { step, call, hint, places, jumps: [], names, reads, writes, functions };
  }
  const { names, reads, writes, functions } = namesIn(call, catalog, resolve);
  const jumps = jumpsOf(call, catalog, resolve);
  return { step, call, hint: undefined, places, jumps, names, reads, writes, functions };
}

/** Looked for only where there are globals that it could matter to. */
function writtenNames(
  { globals }: Dialplan,
  calls: ReadonlyMap<Step, Call>,
  catalog: StepCatalog,
  setElsewhere: ReadonlySet<string>,
): ReadonlySet<string> {
  const written = new Set(setElsewhere);
  if (globals.size === 0) return written;
  for (const call of calls.values()) {
    for (const { variable, function: use, start, end } of namesIn(call, catalog).writes) {
      if (variable !== undefined) written.add(variable);
      else if (use?.name === "GLOBAL")
        written.add(call.source.slice(use.arguments[0]?.start ?? start, use.arguments[0]?.end ?? end));
    }
  }
  return written;
}

/** `${TRUNK}` where `[globals]` says what it is and nothing sets another variable of that name. */
function globalValues({ globals }: Dialplan, written: ReadonlySet<string>): Resolve {
  return (source, { parts }) => {
    const [part] = parts;
    if (globals.size === 0 || parts.length !== 1 || part?.kind !== "variable" || part.substring !== undefined)
      return undefined;
    const name = constantText(source, part.name);
    return name === undefined || written.has(name) ? undefined : globals.get(name);
  };
}
