// Turns a regular expression into a machine of states, whose size is bounded.

import type { RegexNode } from "./posix-syntax.ts";

/** More states than this are not built: such an expression counts as one that never matches. */
const maximumStates = 5000;

/** A state consumes a unit and goes to `next`, or goes to all of `free` at once; earlier ones are preferred. */
export interface State {
  has: ((unit: number) => boolean) | undefined;
  condition: "start" | "end" | undefined;
  /** Passing it opens or closes a group. */
  mark: Mark | undefined;
  next: number;
  free: number[];
}

interface Mark {
  readonly group: number;
  readonly opens: boolean;
  /** Whether the group as a whole may be left out. */
  readonly optional: boolean;
}

export interface Machine {
  readonly states: readonly State[];
  readonly first: number;
}

/** State 0 is the accepting one. Undefined where the machine would grow too large. */
export function build(root: RegexNode): Machine | undefined {
  const states: State[] = [{ has: undefined, condition: undefined, mark: undefined, next: -1, free: [] }];
  const first = add(root, 0);
  return first === undefined ? undefined : { states, first };

  function state(part: Partial<State>): number | undefined {
    if (states.length >= maximumStates) return undefined;
    states.push({ has: undefined, condition: undefined, mark: undefined, next: -1, free: [], ...part });
    return states.length - 1;
  }

  function add(node: RegexNode, then: number): number | undefined {
    switch (node.kind) {
      case "empty":
        return then;
      case "start":
      case "end":
        return state({ condition: node.kind, next: then });
      case "set":
        return state({ has: node.has, next: then });
      case "all": {
        let at: number | undefined = then;
        for (let index = node.parts.length - 1; index >= 0 && at !== undefined; index--) {
          at = add(node.parts[index] ?? { kind: "empty" }, at);
        }
        return at;
      }
      case "any": {
        const free: number[] = [];
        for (const part of node.parts) {
          const entry = add(part, then);
          if (entry === undefined) return undefined;
          free.push(entry);
        }
        return state({ free });
      }
      case "group": {
        const { number, optional, part } = node;
        const close = state({ mark: { group: number, opens: false, optional }, free: [then] });
        const inner = close === undefined ? undefined : add(part, close);
        return inner === undefined
          ? undefined
          : state({ mark: { group: number, opens: true, optional }, free: [inner] });
      }
      case "repeat":
        return addRepeat(node.part, node.from, node.to, then);
    }
  }

  function addRepeat(part: RegexNode, from: number, to: number, then: number): number | undefined {
    let at: number | undefined = then;
    if (to === Number.POSITIVE_INFINITY) {
      const loop = state({ free: [then] });
      if (loop === undefined) return undefined;
      const entry = add(part, loop);
      if (entry === undefined) return undefined;
      states[loop]?.free.unshift(entry);
      // A way in of its own, so that a first round that holds nothing still counts as a round.
      at = state({ free: [entry, then] });
    } else {
      for (let count = from; count < to; count++) {
        const entry: number | undefined = at === undefined ? undefined : add(part, at);
        at = entry === undefined ? undefined : state({ free: [entry, then] });
        if (at === undefined) return undefined;
      }
    }
    for (let count = 0; count < from && at !== undefined; count++) at = add(part, at);
    return at;
  }
}
