// What is found in the lines of each context by itself. After an edit only the contexts that it touched are looked at.

import type { Context } from "../dialplan/model.ts";
import type { DialplanSteps, StepLine } from "../dialplan/steps.ts";

/** What decides besides the lines themselves: objects that are others as soon as they say something else. */
export type Given = readonly unknown[];

/** Finds something in the lines of a context. It may hold lines, but no places of them: they move. */
export type Find<From extends Given, Item> = (
  context: Context,
  steps: DialplanSteps,
  ...given: From
) => readonly Item[];

export interface PerContext<From extends Given, Item> {
  /** In one context. */
  readonly in: Find<From, Item>;
  /** In all contexts, in order. */
  readonly all: (steps: DialplanSteps, ...given: From) => readonly Item[];
}

interface Kept<Item> {
  readonly contents: object;
  readonly given: Given;
  readonly items: readonly Item[];
}

/** Remembers what is found for as long as the lines of a context and what is `given` are the same. */
export function perContext<From extends Given, Item>(find: Find<From, Item>): PerContext<From, Item> {
  const known = new WeakMap<Context, Kept<Item>>();
  const inContext: Find<From, Item> = (context, steps, ...given) => {
    const { contents } = steps;
    const kept = known.get(context);
    if (kept !== undefined && kept.contents === contents && areSame(kept.given, given)) return kept.items;
    const items = find(context, steps, ...given);
    known.set(context, { contents, given, items });
    return items;
  };
  return {
    in: inContext,
    all: (steps, ...given) => {
      const found: Item[] = [];
      for (const context of steps.ofContext.keys())
        for (const item of inContext(context, steps, ...given)) found.push(item);
      return found;
    },
  };
}

/** The lines of a context, those that it shares with an earlier one not among them. */
export function linesOf(context: Context, { lines, ofContext }: DialplanSteps): readonly StepLine[] {
  const [from, to] = ofContext.get(context) ?? [0, 0];
  return lines.slice(from, to);
}

function areSame(left: Given, right: Given): boolean {
  return left.length === right.length && left.every((one, index) => one === right[index]);
}
