// Words that the rules about applications share.

import type { CallSite } from "./calls.ts";

/** What Asterisk logs when a call comes to a step whose application it does not find. */
export function notFoundLog({ line, call, inner }: CallSite): string[] {
  const { text } = call.application;
  if (inner) {
    if (line.call?.name === "execif") return [`Could not find application! (${text})`];
    return line.call?.name === "exec" ? [`Could not find application (${text})`] : [];
  }
  const { place } = line;
  const { name: stored, unknown } = place.extension;
  const name = unknown || stored.startsWith("_") ? "<extension>" : stored;
  return [`No application '${text}' for extension (${place.context}, ${name}, ${place.number})`];
}

/** A name, and not what other rules are about: nothing, a variable, or arguments without parentheses. */
export function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}
