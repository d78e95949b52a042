// Finds where a POSIX extended regular expression matches first, how far at most, and what its first group holds
// then (regexec with two matches). All states at once, like posix-regex.ts: linear in the text.

import { build, type Machine } from "./posix-machine.ts";
import { parseRegex, RegexError } from "./posix-syntax.ts";

export type RegexSearch =
  | { readonly kind: "refused"; readonly error: string }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "searched"; readonly groups: number; readonly match: RegexMatch | undefined };

export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** What the first group holds; undefined where there is none, or it took no part. */
  readonly group: string | undefined;
}

/** Never throws. */
export function searchRegex(expression: string, text: string): RegexSearch {
  try {
    const { root, groups, backReference } = parseRegex(expression, false);
    if (backReference) return { kind: "unknown", reason: "the regular expression refers back to a group" };
    const machine = build(root);
    if (machine === undefined) return { kind: "unknown", reason: "the regular expression is too large" };
    return { kind: "searched", groups, match: search(machine, text) };
  } catch (error) {
    if (error instanceof RegexError) return { kind: "refused", error: error.message };
    throw error;
  }
}

/** One way through the machine: where it began, and the bounds of the first group, -1 where there are none. */
interface Thread {
  readonly start: number;
  readonly open: number;
  readonly close: number;
  /** The bounds of the group the last time it held something. */
  readonly held: readonly [number, number];
}

/** Of ways that end at the same place the preferred one counts: earlier alternatives, longer repetitions. */
function search(machine: Machine, text: string): RegexMatch | undefined {
  let current = new Map<number, Thread>();
  let best: { readonly thread: Thread; readonly end: number } | undefined;
  for (let at = 0; at <= text.length; at++) {
    if (best === undefined)
      enter(machine.first, { start: at, open: -1, close: -1, held: [-1, -1] }, at, current);
    const accepted = current.get(0);
    // Ways are kept in order of preference, and no later start can have come before the match that is known.
    if (accepted !== undefined && (best === undefined || accepted.start <= best.thread.start))
      best = { thread: accepted, end: at };
    if (at === text.length || (current.size === 0 && best !== undefined)) break;
    const unit = text.charCodeAt(at);
    const following = new Map<number, Thread>();
    for (const [index, thread] of current) {
      if (best !== undefined && thread.start > best.thread.start) continue;
      const state = machine.states[index];
      if (state?.has?.(unit)) enter(state.next, thread, at + 1, following);
    }
    current = following;
  }
  if (best === undefined) return undefined;
  const { start, open, close } = best.thread;
  return { start, end: best.end, group: open < 0 || close < 0 ? undefined : text.slice(open, close) };

  function enter(first: number, thread: Thread, at: number, into: Map<number, Thread>): void {
    const waiting: [number, Thread][] = [[first, thread]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [index, way] = next;
      if (into.has(index)) continue;
      const state = machine.states[index];
      if (state === undefined) continue;
      const onward = state.mark?.group === 1 ? marked(way, state.mark.opens, state.mark.optional, at) : way;
      into.set(index, onward);
      if (state.condition === "start" && at === 0) waiting.push([state.next, onward]);
      if (state.condition === "end" && at === text.length) waiting.push([state.next, onward]);
      for (let choice = state.free.length - 1; choice >= 0; choice--)
        waiting.push([state.free[choice] ?? 0, onward]);
    }
  }
}

function marked(way: Thread, opens: boolean, optional: boolean, at: number): Thread {
  if (opens) return { ...way, open: at, close: -1 };
  if (way.open < at) return { ...way, close: at, held: [way.open, at] };
  // A repetition that holds nothing does not replace one that held something.
  if (optional && way.held[0] >= 0) return { ...way, open: way.held[0], close: way.held[1] };
  return { ...way, close: at };
}
