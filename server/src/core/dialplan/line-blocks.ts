// The lines of a dialplan in blocks of a few contexts each. An edit leaves most blocks as they are, with all that was
// found in them.

import { exact } from "../text/exact.ts";
import type { SameLines, StepLine } from "./lines.ts";
import type { Context, Priority, Step } from "./model.ts";
import type { Call } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import type { Hint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import type { NameUse, VariableUse } from "./step/references.ts";
import { type StepText, TextLines } from "./step-text.ts";

/** Large enough that a dialplan has few blocks, small enough that to look at one again costs little. */
const mostContexts = 32;
const mostLines = 128;

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

type Test = (line: Line) => boolean;

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
  /** The index of the context that was asked for last: mostly it is asked for again, or the next one is. */
  #asked = 0;
  /** Lines that were picked, by what picked them. */
  #lists: Map<Test, readonly Line[]> | undefined;

  /** Whether a further context is better begun in another block. */
  isFullFor(next: Context): boolean {
    const { length } = this.placed;
    return this.contexts.length >= mostContexts || length + sizeOf(next) > mostLines;
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
    const index = this.#indexOf(context.name);
    const found = this.placed.slice(this.#ends[index - 1] ?? 0, this.#ends[index] ?? 0);
    if (this.#placed === undefined) return found;
    return [...new Set(found)].filter(({ block, place }) => block === this && place.context === context.name);
  }

  #indexOf(context: string): number {
    if (this.contexts[this.#asked]?.name !== context) {
      const next = this.#asked + 1;
      this.#asked =
        this.contexts[next]?.name === context
          ? next
          : this.contexts.findIndex(({ name }) => name === context);
    }
    return this.#asked;
  }

  /** The line of a priority in one of its contexts. */
  lineOf({ context, ordinal, step }: Priority): Line | undefined {
    const line = this.placed[(this.#ends[this.#indexOf(context) - 1] ?? 0) + ordinal];
    return line?.step === step ? line : undefined;
  }

  /** Those of its lines that a test picks, always the same object for the same question. */
  list(test: Test): readonly Line[] {
    this.#lists ??= new Map();
    let found = this.#lists.get(test);
    if (found === undefined) {
      found = exact(this.lines.filter(test));
      this.#lists.set(test, found);
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
  const append = (block: LineBlock): void => {
    block.start = start;
    start += block.lines.length;
    blocks.push(block);
  };
  for (let at = 0; at < all.length; ) {
    const same = known.get(all[at]);
    if (same !== undefined && isAt(same, all, at)) {
      at += same.contexts.length;
      again(same);
      append(same);
      continue;
    }
    const block = new LineBlock();
    for (let next = all[at]; next !== undefined; next = all[at]) {
      if (block.contexts.length > 0 && (known.has(next) || block.isFullFor(next))) break;
      block.add(next, textOf, shared);
      at++;
    }
    append(block);
  }
  return blocks;
}

/** How many priorities a context has, hints included. */
function sizeOf({ extensions }: Context): number {
  const last = extensions.at(-1);
  const place = last?.priorities.at(-1) ?? last?.hint;
  return place === undefined ? 0 : place.ordinal + 1;
}

function isAt({ contexts }: LineBlock, all: readonly Context[], at: number): boolean {
  return contexts.every((context, index) => context === all[at + index]);
}

/** The lines by their texts, in the order of the first of each. */
export function joinedTexts(blocks: readonly LineBlock[]): readonly SameLines[] {
  const found: SameLines[] = [];
  const joined: StepText[] = [];
  for (const { lines } of blocks) {
    for (const line of lines) {
      const { text } = line;
      if (text.lines !== undefined) text.lines.add(line);
      else {
        text.lines = new TextLines(line);
        found.push(text.lines);
        joined.push(text);
      }
    }
  }
  for (const text of joined) text.lines = undefined;
  return found;
}
