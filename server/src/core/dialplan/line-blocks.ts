// The lines of a dialplan in blocks of a few contexts each. An edit leaves most blocks as they are, with all that was
// found in them.

import { exact } from "../text/exact.ts";
import type { StepLine } from "./lines.ts";
import type { Context, Priority, Step } from "./model.ts";
import type { Call } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import type { Hint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import type { NameUse, VariableUse } from "./step/references.ts";
import type { StepText } from "./step-text.ts";

/** Large enough that a dialplan has few blocks, small enough that to look at one again costs little. */
const mostContexts = 32;
const manyLines = 128;

/** A line, and what stands in it. */
export class Line implements StepLine {
  readonly block: LineBlock;
  readonly text: StepText;
  readonly place: Priority;
  private readonly offset: number;

  /** `offset`: how many lines of the block come before it. */
  constructor(place: Priority, text: StepText, block: LineBlock, offset: number) {
    this.place = place;
    this.text = text;
    this.block = block;
    this.offset = offset;
  }

  get position(): number {
    return this.block.start + this.offset;
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

/** Contexts that follow one another, with their lines. */
export class LineBlock {
  readonly contexts: Context[] = [];
  /** Those that no block before it has. */
  readonly lines: Line[] = [];
  /** How many lines come before it. */
  start = 0;
  /** One line for each priority, where some have one together: otherwise that is what `lines` are. */
  #placed: Line[] | undefined;
  /** How many of these each context and those before it have. */
  readonly #ends: number[] = [];
  /** Lines that were picked, by the name of what was asked. */
  #lists: Map<string, readonly Line[]> | undefined;

  get isFull(): boolean {
    return this.contexts.length >= mostContexts || this.placed.length >= manyLines;
  }

  private get placed(): readonly Line[] {
    return this.#placed ?? this.lines;
  }

  /** Adds a context. `shared`: the lines so far that several sections may have. */
  add(context: Context, textOf: (step: Step) => StepText, shared: Map<Step, SharedLine>): void {
    this.contexts.push(context);
    const place = (priority: Priority): void => {
      if (priority.step.shared) this.#share(priority, textOf, shared);
      else {
        const line = new Line(priority, textOf(priority.step), this, this.lines.length);
        this.lines.push(line);
        this.#placed?.push(line);
      }
    };
    for (const { hint, priorities } of context.extensions) {
      if (hint !== undefined) place(hint);
      // There are as many of these lists as extensions, most of them with one or two.
      for (let index = 0; index < priorities.length; index++) place(priorities[index] as Priority);
    }
    this.#ends.push(this.placed.length);
  }

  #share(place: Priority, textOf: (step: Step) => StepText, shared: Map<Step, SharedLine>): void {
    this.#placed ??= this.lines.slice();
    let line = shared.get(place.step);
    if (line !== undefined) line.addPlace(place);
    else {
      line = new SharedLine(place, textOf(place.step), this, this.lines.length);
      shared.set(place.step, line);
      this.lines.push(line);
    }
    this.#placed.push(line);
  }

  /** The lines of one of its contexts, those that it shares with an earlier one not among them. */
  linesOf(context: Context): readonly Line[] {
    const index = this.contexts.indexOf(context);
    const placed = this.placed.slice(this.#ends[index - 1] ?? 0, this.#ends[index] ?? 0);
    return this.#placed === undefined
      ? placed
      : placed.filter((line) => line.block === this && line.place.context === context.name);
  }

  /** The line of a priority in one of its contexts. */
  lineOf({ context, ordinal, step }: Priority): Line | undefined {
    const index = this.contexts.findIndex(({ name }) => name === context);
    const line = this.placed[(this.#ends[index - 1] ?? 0) + ordinal];
    return line?.step === step ? line : undefined;
  }

  /** Those of its lines that a test picks, which goes by the name of the list. */
  list(name: string, test: (line: Line) => boolean): readonly Line[] {
    this.#lists ??= new Map();
    let found = this.#lists.get(name);
    if (found === undefined) {
      found = exact(this.lines.filter(test));
      this.#lists.set(name, found);
    }
    return found;
  }

  /** To be called when texts were read again. */
  forgetLists(): void {
    this.#lists = undefined;
  }
}

/**
 * The contexts in blocks. What follows one another as in a block of the state `before` is that block; of the others the
 * lines are made. `again` is told of the former, in order with the lines that `textOf` is asked for.
 */
export function blocksOf(
  contexts: Iterable<Context>,
  before: readonly LineBlock[],
  textOf: (step: Step) => StepText,
  again: (block: LineBlock) => void,
): readonly LineBlock[] {
  const known = new Map(before.map((block) => [block.contexts[0], block]));
  const shared = new Map<Step, SharedLine>();
  const all = [...contexts];
  const blocks: LineBlock[] = [];
  let start = 0;
  const finish = (block: LineBlock): void => {
    block.start = start;
    start += block.lines.length;
    blocks.push(block);
  };
  for (let at = 0; at < all.length; ) {
    const same = known.get(all[at]);
    if (same !== undefined && isAt(same, all, at)) {
      at += same.contexts.length;
      again(same);
      finish(same);
      continue;
    }
    const block = new LineBlock();
    do block.add(all[at++] as Context, textOf, shared);
    while (at < all.length && !block.isFull && !known.has(all[at]));
    finish(block);
  }
  return blocks;
}

function isAt({ contexts }: LineBlock, all: readonly Context[], at: number): boolean {
  return contexts.every((context, index) => context === all[at + index]);
}

/** The texts of all lines, in the order of the first of each. `state`: marks them. */
export function joinedTexts(blocks: readonly LineBlock[], state: object): readonly StepText[] {
  const found: StepText[] = [];
  for (const { lines } of blocks) {
    for (const line of lines) {
      const { text } = line;
      if (text.state === state) text.add(line);
      else {
        text.begin(line, state);
        found.push(text);
      }
    }
  }
  return found;
}
