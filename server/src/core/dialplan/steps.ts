// All steps of a dialplan with what stands in them. Each line is read once, whatever number of contexts inherit it.

import { hintNumber } from "./context-builder.ts";
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
  const globals = new GlobalValues(dialplan, setElsewhere);
  const lines = placedSteps(dialplan).map(({ step, places }) => {
    globals.begin();
    const line = readLine(step, places, catalog, globals.resolve);
    for (const { variable, function: use } of line.writes) globals.write(variable, use);
    return globals.asked ? { line, asked: globals.asked } : { line, asked: undefined };
  });
  // A global was taken for its value before it was known that a later step sets it.
  const settled = lines.map(({ line, asked }) =>
    asked?.some((name) => globals.written.has(name)) === true
      ? readLine(line.step, line.places, catalog, globals.resolve)
      : line,
  );
  let byStep: ReadonlyMap<Step, StepLine> | undefined;
  return {
    dialplan,
    lines: settled,
    lineOf: ({ step }) => {
      byStep ??= new Map(settled.map((line) => [line.step, line]));
      return byStep.get(step);
    },
    written: globals.written,
    resolve: globals.resolve,
  };
}

interface PlacedStep {
  readonly step: Step;
  readonly places: Place[];
}

/** Each step with all places that it ended up in. */
function placedSteps({ contexts }: Dialplan): readonly PlacedStep[] {
  const placed: PlacedStep[] = [];
  const shared = new Map<Step, PlacedStep>();
  const add = (extension: Extension, priority: Priority): void => {
    const { step } = priority;
    const place = { extension, priority };
    const known = step.shared ? shared.get(step) : undefined;
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    const made = { step, places: [place] };
    placed.push(made);
    if (step.shared) shared.set(step, made);
  };
  for (const context of contexts.values()) {
    for (const extension of context.extensions) {
      if (extension.hint !== undefined) add(extension, extension.hint);
      for (const priority of extension.priorities) add(extension, priority);
    }
  }
  return placed;
}

function readLine(step: Step, places: readonly Place[], catalog: StepCatalog, resolve: Resolve): StepLine {
  if (places[0]?.priority.number === hintNumber) {
    const source = step.option.value;
    const text = parseText(source, step.application.start, step.application.end);
    const { names, reads, writes, functions } = readsIn(source, text, catalog, resolve);
    const hint = readHint(step, resolve);
    return { step, call: undefined, hint, places, jumps: none, names, reads, writes, functions };
  }
  const call = readCall(step, catalog);
  const { names, reads, writes, functions } = namesIn(call, catalog, resolve);
  const jumps = jumpsOf(call, catalog, resolve);
  return { step, call, hint: undefined, places, jumps, names, reads, writes, functions };
}

const none: readonly Jump[] = [];

/** `${TRUNK}` where [globals] says what it is and nothing sets another variable of that name. */
class GlobalValues {
  readonly written: Set<string>;
  readonly resolve: Resolve;
  /** The globals that were asked for since `begin`. */
  asked: string[] | undefined;

  constructor({ globals }: Dialplan, setElsewhere: ReadonlySet<string>) {
    this.written = new Set(setElsewhere);
    this.resolve = (source, { parts }) => {
      const [part] = parts;
      if (globals.size === 0 || parts.length !== 1 || part?.kind !== "variable") return undefined;
      if (part.substring !== undefined) return undefined;
      const name = constantText(source, part.name);
      if (name === undefined || this.written.has(name) || !globals.has(name)) return undefined;
      if (this.asked === undefined) this.asked = [name];
      else this.asked.push(name);
      return globals.get(name);
    };
  }

  begin(): void {
    this.asked = undefined;
  }

  /** Remembers a variable that a step sets, as a variable of the channel or as GLOBAL(name). */
  write(variable: string | undefined, use: FunctionUse | undefined): void {
    if (variable !== undefined) this.written.add(variable);
    else if (use?.name === "GLOBAL") {
      const name = use.arguments[0]?.value;
      if (name !== undefined) this.written.add(name);
    }
  }
}
