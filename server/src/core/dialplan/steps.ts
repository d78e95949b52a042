// All steps of a dialplan with what stands in them. Each line is read once, whatever number of contexts inherit it.

import { isSecretName } from "../text/secret-names.ts";
import { blocksOf, type Line, type LineBlock } from "./line-blocks.ts";
import type { StepLine } from "./lines.ts";
import type { Context, Dialplan, Priority, Step } from "./model.ts";
import { isWriting, type Lists, SortedLines } from "./sorted-lines.ts";
import { type Call, readCall, type StepCatalog } from "./step/call.ts";
import type { Assignment } from "./step/functions.ts";
import { type Hint, readHint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import { jumpsOf } from "./step/jumps.ts";
import type { Resolve } from "./step/known-text.ts";
import { namesIn, type References, readsIn } from "./step/references.ts";
import { type KeptSteps, StepMemory } from "./step-memory.ts";
import { type Asked, type ReadText, StepText } from "./step-text.ts";
import { constantText, parseText } from "./substitution/text.ts";

export interface DialplanSteps extends Lists {
  readonly dialplan: Dialplan;
  /** All contexts, in order, with their lines. Those without any difference are the objects of the state before. */
  readonly blocks: readonly LineBlock[];
  readonly blockOf: (context: Context) => LineBlock | undefined;
  /** Whether there was an earlier state of the dialplan. */
  readonly isLater: boolean;
  /** The same object as long as what stands in the lines of a context that is the same has not changed. */
  readonly contents: object;
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
  const blocks = blocksOf(dialplan.contexts.values(), kept.blocks, contents.textOf, contents.again);
  const again = contents.settle(blocks);
  const latest = again || kept.contents === undefined ? {} : kept.contents;
  const { blockOf } = kept;
  enter(blocks, kept.blocks, blockOf);
  memory.keep(root, { ...kept, blocks, contents: latest });
  return Object.assign(new SortedLines(blocks), {
    dialplan,
    blocks,
    blockOf: ({ name }: Context) => blockOf.get(name),
    isLater: kept.contents !== undefined,
    contents: latest,
    lineOf: lineFinder(blockOf),
    written: globals.written,
    resolve: globals.resolve,
  });
}

/** Priorities are mostly asked for one after the other. */
function lineFinder(blockOf: ReadonlyMap<string, LineBlock>): DialplanSteps["lineOf"] {
  let context: string | undefined;
  let block: LineBlock | undefined;
  return (priority) => {
    if (priority.context !== context) {
      context = priority.context;
      block = blockOf.get(context);
    }
    return block?.lineOf(priority);
  };
}

/** Puts the blocks in the place of those of the state before: of ten thousand contexts an edit moves a few. */
function enter(
  blocks: readonly LineBlock[],
  before: readonly LineBlock[],
  blockOf: Map<string, LineBlock>,
): void {
  const added = new Set(blocks);
  for (const block of before) {
    if (added.delete(block)) continue;
    for (const { name } of block.contexts) blockOf.delete(name);
  }
  for (const block of added) for (const { name } of block.contexts) blockOf.set(name, block);
}

class Contents {
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

  readonly textOf = (step: Step): StepText => {
    const { value } = step.option;
    const kind = step.same ? "same" : "named";
    const texts = this.#kept[kind];
    let text = texts.get(value);
    if (text === undefined) {
      text = new StepText(this.#others?.[kind].get(value) ?? this.#read(step));
      texts.set(value, text);
    }
    const { writes } = text.references;
    if (writes.length > 0) this.#globals.write(writes);
    return text;
  };

  /** A block of the state before: what it writes counts for the lines that are read next. */
  readonly again = (block: LineBlock): void => {
    for (const { writes } of block.list(isWriting)) this.#globals.write(writes);
  };

  /**
   * Reads again where a global counted before it was known that a later step sets it, or the other way round. Answers
   * whether anything was read again.
   */
  settle(blocks: readonly LineBlock[]): boolean {
    const { written } = this.#globals;
    let again = false;
    for (const block of blocks) {
      for (const { text, step } of block.list(isAsking)) {
        if (isSettled(text, written)) continue;
        text.take(this.#read(step));
        again = true;
      }
    }
    if (again) for (const block of blocks) block.forgetLists();
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

function isAsking({ text }: Line): boolean {
  return text.asked !== undefined;
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

  /** Remembers the variables that a step sets, as a variable of the channel or as GLOBAL(name). */
  write(writes: readonly Assignment[]): void {
    for (const { variable, function: use } of writes) {
      const name = use?.name === "GLOBAL" ? use.arguments[0]?.value : undefined;
      const set = variable ?? name;
      if (set !== undefined) this.written.add(set);
    }
  }
}
