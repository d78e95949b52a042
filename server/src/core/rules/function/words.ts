// Words that the messages about functions share.

import type { FunctionUse } from "../../dialplan/step/functions.ts";
import type { Offsets } from "../application/places.ts";

/** Where the name of a function stands. */
export function nameOffsets({ nameStart, nameEnd }: FunctionUse): Offsets {
  return { start: nameStart, end: nameEnd };
}

/** What becomes of a function that does not work. */
export function consequence({ access }: FunctionUse): string {
  return access === "read" ? "nothing stands here when a call comes" : "the assignment does nothing";
}

/** What Asterisk logs where no module has registered a function. */
export function notRegistered(name: string): readonly string[] {
  return [`Function ${name} not registered`];
}
