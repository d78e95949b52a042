// All steps of a dialplan with what stands in them. Each line is read once, whatever number of contexts inherit it.

import { isSecretName } from "../text/secret-names.ts";
import type { Context, Dialplan, Priority, Step } from "./model.ts";
import { SortedLines } from "./sorted-lines.ts";
import { type Call, readCall, type StepCatalog } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import { type Hint, readHint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import { jumpsOf } from "./step/jumps.ts";
import type { Resolve } from "./step/known-text.ts";
import { type NameUse, namesIn, type References, readsIn, type VariableUse } from "./step/references.ts";
import { type Asked, type KeptSteps, type ReadText, StepMemory, StepText } from "./step-memory.ts";
import { constantText, parseText } from "./substitution/text.ts";

/** What stands in a line, wherever it stands. Lines of the same text have the very same. */
export interface StepContent {
  /** What it calls; undefined for a hint. */
  readonly call: Call | undefined;
  readonly hint: Hint | undefined;
  readonly jumps: readonly Jump[];
  readonly names: readonly NameUse[];
  readonly reads: readonly VariableUse[];
  readonly writes: readonly Assignment[];
  readonly functions: readonly FunctionUse[];
}

/** A line of the dialplan that became a priority, or several where sections inherit it. */
export interface StepLine extends StepContent {
  /** Its index among all lines. */
  readonly position: number;
  readonly step: Step;
  /** The priorities that it became; never empty. */
  readonly places: readonly Priority[];
}

/** All lines of one text, in order. What depends on the text alone is looked at once for them. */
export interface SameLines extends StepContent {
  readonly first: StepLine;
  readonly lines: readonly StepLine[];
}

export interface DialplanSteps {
  readonly dialplan: Dialplan;
  /** In the order of the contexts, their extensions and priorities; each line once. */
  readonly lines: readonly StepLine[];
  /** Which of the lines are those of a context: the first of them, and the one behind the last. */
  readonly ofContext: ReadonlyMap<Context, readonly [from: number, to: number]>;
  /** Whether there was an earlier state of the dialplan. */
  readonly isLater: boolean;
  /** The same object as long as what stands in the lines of a context that is the same has not changed. */
  readonly contents: object;
  /** The lines by their texts, in the order of the first of each. */
  readonly texts: readonly SameLines[];
  /** Those of the lines that are hints, that jump, that name something. */
  readonly hints: readonly StepLine[];
  readonly jumping: readonly StepLine[];
  readonly naming: readonly StepLine[];
  /** Those that read variables, that write variables or functions, that read or write functions. */
  readonly reading: readonly StepLine[];
  readonly writing: readonly StepLine[];
  readonly withFunctions: readonly StepLine[];
  readonly lineOf: (priority: Priority) => StepLine | undefined;
  /** Names of variables that a step or a channel's configuration sets, so that a global is not certain to count. */
  readonly written: ReadonlySet<string>;
  /** The value of a global variable that nothing else sets. */
  readonly resolve: Resolve;
}

/**
 * Reads all steps. `setElsewhere`: variables that other files set on channels, which come before globals of that name.
 * `memory` knows what was read of an earlier state.
 */
export function readSteps(
  dialplan: Dialplan,
  catalog: StepCatalog,
  setElsewhere: ReadonlySet<string>,
  memory: StepMemory = new StepMemory(),
): DialplanSteps {
  const { root } = dialplan.load;
  const globals = new GlobalValues(dialplan, setElsewhere);
  const kept = memory.of(root, dialplan.globals);
  const contents = new Contents(catalog, globals, kept, memory.others(root, dialplan.globals));
  const { lines, byIndex, ofContext } = placedLines(dialplan, contents, kept);
  const latest = contents.settle() || kept.contents === undefined ? contents.state : kept.contents;
  const all = { ...kept, lines, ofContext, contents: latest };
  memory.keep(root, all, contents.state, contents.texts.length);
  return Object.assign(new SortedLines(lines), {
    dialplan,
    lines,
    ofContext,
    isLater: kept.contents !== undefined,
    contents: latest,
    texts: contents.texts,
    lineOf: ({ step }: Priority) => {
      const line = byIndex[step.index];
      return line?.step === step ? line : undefined;
    },
    written: globals.written,
    resolve: globals.resolve,
  });
}

class Line implements StepLine {
  position: number;
  readonly text: StepText;
  protected readonly place: Priority;

  constructor(place: Priority, position: number, text: StepText) {
    this.place = place;
    this.position = position;
    this.text = text;
  }

  get step(): Step {
    return this.place.step;
  }

  get places(): readonly Priority[] {
    return [this.place];
  }

  get call(): Call | undefined {
    return this.text.call;
  }

  get hint(): Hint | undefined {
    return this.text.hint;
  }

  get jumps(): readonly Jump[] {
    return this.text.jumps;
  }

  get names(): readonly NameUse[] {
    return this.text.references.names;
  }

  get reads(): readonly VariableUse[] {
    return this.text.references.reads;
  }

  get writes(): readonly Assignment[] {
    return this.text.references.writes;
  }

  get functions(): readonly FunctionUse[] {
    return this.text.references.functions;
  }
}

/** A line that several sections may have. */
class SharedLine extends Line {
  readonly #others: Priority[] = [];

  override get places(): readonly Priority[] {
    return [this.place, ...this.#others];
  }

  addPlace(place: Priority): void {
    this.#others.push(place);
  }
}

interface Placed {
  readonly lines: readonly Line[];
  readonly byIndex: readonly (Line | undefined)[];
  readonly ofContext: KeptSteps["ofContext"];
}

/** The lines of all steps, each with all places that it ended up in, and each at the index of its step. */
function placedLines({ contexts, stepCount }: Dialplan, contents: Contents, kept: KeptSteps): Placed {
  const lines: Line[] = [];
  const byIndex = new Array<Line | undefined>(stepCount);
  const ofContext = new Map<Context, readonly [number, number]>();
  const add = (place: Priority): void => {
    const { index } = place.step;
    const known = byIndex[index];
    if (known instanceof SharedLine) {
      known.addPlace(place);
      return;
    }
    const line = contents.lineOf(place, lines.length);
    lines.push(line);
    byIndex[index] = line;
  };
  for (const context of contexts.values()) {
    const begin = lines.length;
    const before = kept.ofContext.get(context);
    if (before !== undefined) {
      for (let index = before[0]; index < before[1]; index++) {
        const line = kept.lines[index] as Line;
        contents.again(line, lines.length);
        byIndex[line.step.index] = line;
        lines.push(line);
      }
    } else {
      for (const { hint, priorities } of context.extensions) {
        if (hint !== undefined) add(hint);
        // There are as many of these lists as extensions, most of them with one or two.
        for (let index = 0; index < priorities.length; index++) add(priorities[index] as Priority);
      }
    }
    ofContext.set(context, [begin, lines.length]);
  }
  return { lines, byIndex, ofContext };
}

class Contents {
  readonly texts: StepText[] = [];
  /** Marks the texts that belong to this state. */
  readonly state: object = {};
  readonly #catalog: StepCatalog;
  readonly #globals: GlobalValues;
  readonly #kept: KeptSteps;
  readonly #others: Pick<KeptSteps, "same" | "named"> | undefined;

  constructor(
    catalog: StepCatalog,
    globals: GlobalValues,
    kept: KeptSteps,
    others: Pick<KeptSteps, "same" | "named"> | undefined,
  ) {
    this.#catalog = catalog;
    this.#globals = globals;
    this.#kept = kept;
    this.#others = others;
  }

  lineOf(place: Priority, position: number): Line {
    const { step } = place;
    const { value } = step.option;
    const kind = step.same ? "same" : "named";
    const texts = this.#kept[kind];
    let text = texts.get(value);
    if (text === undefined) {
      text = new StepText(this.#others?.[kind].get(value) ?? this.#read(step));
      texts.set(value, text);
    }
    const line = step.shared ? new SharedLine(place, position, text) : new Line(place, position, text);
    this.#join(line);
    return line;
  }

  /** A line of the state before. */
  again(line: Line, position: number): void {
    line.position = position;
    this.#join(line);
  }

  #join(line: Line): void {
    const { text } = line;
    if (text.state === this.state) {
      text.add(line);
      return;
    }
    text.begin(line, this.state);
    this.texts.push(text);
    const { writes } = text.references;
    if (writes.length === 0) return;
    for (const { variable, function: use } of writes) this.#globals.write(variable, use);
  }

  /**
   * Reads again where a global counted before it was known that a later step sets it, or the other way round. Answers
   * whether anything was read again.
   */
  settle(): boolean {
    const { written } = this.#globals;
    let again = false;
    for (const text of this.texts) {
      if (isSettled(text, written)) continue;
      text.take(this.#read(text.first.step));
      again = true;
    }
    return again;
  }

  #read(step: Step): ReadText {
    this.#globals.begin();
    const { resolve } = this.#globals;
    let call: Call | undefined;
    let hint: Hint | undefined;
    let jumps = none;
    let references: References;
    if (step.meaning?.base === "hint") {
      const source = step.option.value;
      const { start, end } = step.application;
      references = readsIn(source, parseText(source, start, end), this.#catalog, resolve);
      hint = readHint(step, resolve);
    } else {
      call = readCall(step, this.#catalog);
      references = namesIn(call, this.#catalog, resolve);
      jumps = jumpsOf(call, this.#catalog, resolve);
    }
    return { call, hint, jumps, references, asked: this.#globals.asked };
  }
}

function isSettled({ asked }: StepText, written: ReadonlySet<string>): boolean {
  return asked === undefined || asked.every(([name, counted]) => written.has(name) !== counted);
}

const none: readonly Jump[] = [];

/** `${TRUNK}` where [globals] says what it is and nothing sets another variable of that name. */
class GlobalValues {
  readonly written: Set<string>;
  readonly resolve: Resolve;
  /** The globals that were asked for since `begin`. */
  asked: Asked[] | undefined;

  constructor({ globals }: Dialplan, setElsewhere: ReadonlySet<string>) {
    this.written = new Set(setElsewhere);
    this.resolve = (source, { parts }) => {
      const part = parts[0];
      if (globals.size === 0 || parts.length !== 1 || part?.kind !== "variable") return undefined;
      if (part.substring !== undefined) return undefined;
      const name = constantText(source, part.name);
      if (name === undefined || !globals.has(name)) return undefined;
      // A message may quote what a text becomes.
      if (isSecretName(name)) return undefined;
      const counts = !this.written.has(name);
      if (this.asked === undefined) this.asked = [[name, counts]];
      else this.asked.push([name, counts]);
      return counts ? globals.get(name) : undefined;
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
