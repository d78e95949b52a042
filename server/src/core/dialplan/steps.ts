// All steps of a dialplan with what stands in them. Each line is read once, whatever number of contexts inherit it.

import { isSecretName } from "../text/secrets.ts";
import type { Dialplan, Extension, Priority, Step } from "./model.ts";
import { readPriority } from "./priority.ts";
import { type Call, readCall, type StepCatalog } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import { type Hint, readHint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import { jumpsOf } from "./step/jumps.ts";
import type { Resolve } from "./step/known-text.ts";
import { type NameUse, namesIn, readsIn, type VariableUse } from "./step/references.ts";
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
  readonly step: Step;
  readonly content: StepContent;
  /** The priorities that it became; never empty. */
  readonly places: readonly Place[];
}

/** All lines of one text, in order. What depends on the text alone is looked at once for them. */
export interface SameLines {
  readonly content: StepContent;
  readonly lines: readonly StepLine[];
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
  /** The lines by their texts, in the order of the first of each. */
  readonly texts: readonly SameLines[];
  /** Those of the lines that are hints, that jump, that name something, that read or write functions. */
  readonly hints: readonly StepLine[];
  readonly jumping: readonly StepLine[];
  readonly naming: readonly StepLine[];
  readonly withFunctions: readonly StepLine[];
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
  const contents = new Contents(catalog, globals);
  const placed = placedSteps(dialplan);
  const read = placed.map(({ step }) => contents.of(step));
  const lists = new Lists();
  for (let index = 0; index < placed.length; index++) {
    const { step, places } = placed[index] as PlacedStep;
    const reading = read[index] as Reading;
    lists.add(reading, new Line(step, places, contents.settled(reading)));
  }
  const { lines, texts, hints, jumping, naming, withFunctions } = lists;
  const byIndex = indexed(lines);
  return {
    dialplan,
    lines,
    texts,
    hints,
    jumping,
    naming,
    withFunctions,
    lineOf: ({ step }) => {
      const line = byIndex[step.index];
      return line?.step === step ? line : undefined;
    },
    written: globals.written,
    resolve: globals.resolve,
  };
}

/** The lines, sorted for those who ask for a few of them. */
class Lists {
  readonly lines: Line[] = [];
  readonly texts: Reading[] = [];
  readonly hints: Line[] = [];
  readonly jumping: Line[] = [];
  readonly naming: Line[] = [];
  readonly withFunctions: Line[] = [];

  add(reading: Reading, line: Line): void {
    this.lines.push(line);
    if (reading.lines.length > 0) reading.lines.push(line);
    else {
      reading.lines = [line];
      this.texts.push(reading);
    }
    const { hint, jumps, names, functions } = reading.content;
    if (hint !== undefined) this.hints.push(line);
    if (jumps.length > 0) this.jumping.push(line);
    if (names.length > 0) this.naming.push(line);
    if (functions.length > 0) this.withFunctions.push(line);
  }
}

/** Each line at the index of its step. */
function indexed(lines: readonly StepLine[]): readonly (StepLine | undefined)[] {
  let length = 0;
  for (const { step } of lines) length = Math.max(length, step.index + 1);
  const byIndex = new Array<StepLine | undefined>(length);
  for (const line of lines) byIndex[line.step.index] = line;
  return byIndex;
}

class Line implements StepLine {
  readonly step: Step;
  readonly places: readonly Place[];
  readonly content: StepContent;

  constructor(step: Step, places: readonly Place[], content: StepContent) {
    this.step = step;
    this.places = places;
    this.content = content;
  }

  get call(): Call | undefined {
    return this.content.call;
  }

  get hint(): Hint | undefined {
    return this.content.hint;
  }

  get jumps(): readonly Jump[] {
    return this.content.jumps;
  }

  get names(): readonly NameUse[] {
    return this.content.names;
  }

  get reads(): readonly VariableUse[] {
    return this.content.reads;
  }

  get writes(): readonly Assignment[] {
    return this.content.writes;
  }

  get functions(): readonly FunctionUse[] {
    return this.content.functions;
  }
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

/** The content of a line, and the globals that were asked for to read it. */
interface Reading extends SameLines {
  content: StepContent;
  lines: StepLine[];
  readonly step: Step;
  asked: readonly string[] | undefined;
}

class Contents {
  readonly #catalog: StepCatalog;
  readonly #globals: GlobalValues;
  readonly #knownSame = new Map<string, Reading>();
  readonly #knownExten = new Map<string, Reading>();

  constructor(catalog: StepCatalog, globals: GlobalValues) {
    this.#catalog = catalog;
    this.#globals = globals;
  }

  of(step: Step): Reading {
    const { value } = step.option;
    const all = step.name === undefined ? this.#knownSame : this.#knownExten;
    const known = all.get(value);
    if (known !== undefined) return known;
    this.#globals.begin();
    const content = this.#read(step);
    for (const { variable, function: use } of content.writes) this.#globals.write(variable, use);
    const reading: Reading = { content, lines: noLines, step, asked: this.#globals.asked };
    all.set(value, reading);
    return reading;
  }

  /** Reads again where a global was taken for its value before it was known that a later step sets it. */
  settled(reading: Reading): StepContent {
    if (reading.asked?.some((name) => this.#globals.written.has(name)) === true) {
      reading.content = this.#read(reading.step);
      reading.asked = undefined;
    }
    return reading.content;
  }

  #read(step: Step): StepContent {
    const { resolve } = this.#globals;
    if (isHint(step)) {
      const source = step.option.value;
      const text = parseText(source, step.application.start, step.application.end);
      const { names, reads, writes, functions } = readsIn(source, text, this.#catalog, resolve);
      const hint = readHint(step, resolve);
      return { call: undefined, hint, jumps: none, names, reads, writes, functions };
    }
    const call = readCall(step, this.#catalog);
    const { names, reads, writes, functions } = namesIn(call, this.#catalog, resolve);
    const jumps = jumpsOf(call, this.#catalog, resolve);
    return { call, hint: undefined, jumps, names, reads, writes, functions };
  }
}

function isHint({ priority }: Step): boolean {
  return priority.text.startsWith("hint") && readPriority(priority.text)?.base === "hint";
}

const none: readonly Jump[] = [];

/** Never written to. */
const noLines: StepLine[] = [];

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
      // A message may quote what a text becomes.
      if (isSecretName(name)) return undefined;
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
