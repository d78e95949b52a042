// What is found in the lines of each context by itself. After an edit only the contexts near it are looked at.

import type { LineBlock } from "../dialplan/line-blocks.ts";
import type { StepLine } from "../dialplan/lines.ts";
import type { Context } from "../dialplan/model.ts";
import type { DialplanSteps } from "../dialplan/steps.ts";
import { exact } from "../text/exact.ts";

/** What decides besides the lines themselves: objects that are others as soon as they say something else. */
export type Given = readonly unknown[];

/**
 * Finds something in the lines of a context. It may hold lines, but no places of them: they move. `by`: what is used to
 * find it, and says the same as long as what is given is the same.
 */
type Find<From extends Given, Item, By = void> = (
  context: Context,
  steps: DialplanSteps,
  given: From,
  by: By,
) => readonly Item[];

export interface PerContext<From extends Given, Item, By = void> {
  /** In one context. */
  readonly in: Find<From, Item, By>;
  /** In all contexts, in order. */
  readonly all: (steps: DialplanSteps, given: From, by: By) => readonly Item[];
}

/** What was found in the contexts of a block. */
interface Kept<Answer> {
  readonly contents: object;
  readonly given: Given;
  readonly answer: Answer;
}

/** What is worked out of one block of contexts alone. */
type OfBlock<From extends Given, Answer, By> = (
  block: LineBlock,
  steps: DialplanSteps,
  given: From,
  by: By,
) => Answer;

/** Remembers the answer for each block for as long as its lines and what is given are the same. */
export function perBlock<From extends Given, Answer, By = void>(
  compute: OfBlock<From, Answer, By>,
): OfBlock<From, Answer, By> {
  const known = new WeakMap<LineBlock, Kept<Answer>>();
  return (block, steps, given, by) => {
    const { contents } = steps;
    const kept = known.get(block);
    if (kept?.contents === contents && areSame(kept.given, given)) return kept.answer;
    const answer = compute(block, steps, given, by);
    known.set(block, { contents, given, answer });
    return answer;
  };
}

/**
 * Remembers what is found for as long as the lines of a block of contexts and what is given are the same. Who reads a
 * dialplan only once has no use for that: it begins with the second state.
 */
export function perContext<From extends Given, Item, By = void>(
  find: Find<From, Item, By>,
): PerContext<From, Item, By> {
  // Undefined where there is nothing in any of the contexts, as in most blocks.
  const inBlock = perBlock<From, readonly (readonly Item[])[] | undefined, By>((block, steps, given, by) => {
    const found = block.contexts.map((context) => exact(find(context, steps, given, by)));
    return found.some(({ length }) => length > 0) ? found : undefined;
  });
  return {
    in: (context, steps, given, by) => {
      const block = steps.isLater ? steps.blockOf(context) : undefined;
      if (block === undefined) return find(context, steps, given, by);
      return inBlock(block, steps, given, by)?.[block.contexts.indexOf(context)] ?? none;
    },
    all: (steps, given, by) => {
      const found: Item[] = [];
      for (const block of steps.blocks) {
        if (!steps.isLater) {
          for (const context of block.contexts) addAll(found, find(context, steps, given, by));
          continue;
        }
        const inContexts = inBlock(block, steps, given, by);
        if (inContexts === undefined) continue;
        for (let index = 0; index < inContexts.length; index++) addAll(found, inContexts[index] ?? none);
      }
      return found;
    },
  };
}

const none: readonly never[] = [];

/** There are as many lists as contexts, most of them empty: no iterator for each. */
function addAll<Item>(found: Item[], items: readonly Item[]): void {
  for (let index = 0; index < items.length; index++) found.push(items[index] as Item);
}

/** Finds something in a line, and adds it. */
type FindInLine<From extends Given, Item, By = void> = (
  line: StepLine,
  add: (item: Item) => void,
  given: From,
  by: By,
) => void;

/** The same for what is found in each line by itself. `list`: all lines in which something can be found. */
export function perLine<From extends Given, Item, By = void>(
  list: (steps: DialplanSteps) => readonly StepLine[],
  find: FindInLine<From, Item, By>,
): PerContext<From, Item, By>["all"] {
  const findIn = (lines: readonly StepLine[], given: From, by: By): readonly Item[] => {
    const found: Item[] = [];
    const add = (item: Item): void => {
      found.push(item);
    };
    for (let index = 0; index < lines.length; index++) find(lines[index] as StepLine, add, given, by);
    return found;
  };
  const { all } = perContext<From, Item, By>((context, steps, given, by) =>
    findIn(linesOf(context, steps), given, by),
  );
  return (steps, given, by) => (steps.isLater ? all(steps, given, by) : findIn(list(steps), given, by));
}

/** The lines that a test picks. */
export function linesThat(
  list: (steps: DialplanSteps) => readonly StepLine[],
  test: (line: StepLine) => boolean,
): (steps: DialplanSteps) => readonly StepLine[] {
  const all = perLine<[], StepLine>(list, (line, add) => {
    if (test(line)) add(line);
  });
  return (steps) => all(steps, []);
}

/**
 * The lines whose text a test picks: it has to say the same of all lines of one text. Who reads a dialplan only once looks
 * at each text once.
 */
export function linesWithText(
  test: (line: StepLine) => boolean,
): (steps: DialplanSteps) => readonly StepLine[] {
  const later = linesThat(({ lines }) => lines, test);
  return (steps) =>
    steps.isLater
      ? later(steps)
      : steps.texts
          .flatMap((text) => (test(text.first) ? text.lines : []))
          .sort((left, right) => left.position - right.position);
}

/** The lines of a context, those that it shares with an earlier one not among them. */
export function linesOf(context: Context, steps: DialplanSteps): readonly StepLine[] {
  return steps.blockOf(context)?.linesOf(context) ?? none;
}

function areSame(left: Given, right: Given): boolean {
  return left.length === right.length && left.every((one, index) => one === right[index]);
}
