// What stands below the message of a problem: what Asterisk logs, cut where there is too much of it.

import type { Problem } from "../rules/problem.ts";
import { counted } from "../text/counted.ts";

/** Messages of Asterisk and related places shown of one problem. */
const maximumNotes = 3;

/** What Asterisk says about a problem, as sentences of ours. */
export function logNotes({ log, runtimeLog }: Pick<Problem, "log" | "runtimeLog">): string[] {
  return [
    ...firstOnes(
      log.map((text) => `Asterisk logs: ${text}`),
      "message",
    ),
    ...firstOnes(
      runtimeLog.map((text) => `At a call or registration it logs: ${text}`),
      "message",
    ),
  ];
}

/** The first few texts, and how many more there are. */
export function firstOnes(texts: readonly string[], what: string): string[] {
  if (texts.length <= maximumNotes) return [...texts];
  return [...texts.slice(0, maximumNotes), `... and ${counted(texts.length - maximumNotes, `more ${what}`)}`];
}
