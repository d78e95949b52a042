// POSIX extended regular expressions as the C library compiles them (regcomp with REG_EXTENDED), matched by
// simulating all states at once: linear in the text, whatever the expression. JavaScript's own engine would
// read some expressions differently and can take for ever on others.

import { build, type Machine } from "./posix-machine.ts";
import { parseRegex, RegexError } from "./posix-syntax.ts";

/** A compiled expression, or the C library's reason for refusing it. */
export type CompiledRegex = { readonly matches: (text: string) => boolean } | { readonly error: string };

/** Compiles an expression; never throws. Back-references are read but never match. */
export function compileRegex(source: string, ignoreCase = false): CompiledRegex {
  try {
    const machine = build(parseRegex(source, ignoreCase).root);
    return { matches: (text) => machine !== undefined && run(machine, text) };
  } catch (error) {
    if (error instanceof RegexError) return { error: error.message };
    throw error;
  }
}

function run(machine: Machine, text: string): boolean {
  let current = new Set<number>();
  for (let at = 0; ; at++) {
    // An unanchored search: the expression may begin at every place.
    enter(machine.first, at, current);
    if (current.has(0)) return true;
    if (at >= text.length) return false;
    const unit = text.charCodeAt(at);
    const following = new Set<number>();
    for (const index of current) {
      const state = machine.states[index];
      if (state?.has?.(unit)) enter(state.next, at + 1, following);
    }
    current = following;
  }

  function enter(start: number, at: number, into: Set<number>): void {
    const waiting = [start];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (into.has(index)) continue;
      into.add(index);
      const state = machine.states[index];
      if (state === undefined) continue;
      if (state.condition === "start" && at === 0) waiting.push(state.next);
      if (state.condition === "end" && at === text.length) waiting.push(state.next);
      waiting.push(...state.free);
    }
  }
}
