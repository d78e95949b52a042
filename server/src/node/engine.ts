// Tells the engine when to optimize functions: a fifth of the time of a large lint goes into optimizing functions that are
// through before that pays off, and so it is with the first check of a server.

import { setFlagsFromString } from "node:v8";

/** Versions of V8 up to this one are known to have the flag; others complain about what they do not know. */
const lastKnown = 13;

/** Bytes of code that a function runs before it is optimized: the engine's own fits a server that has been used a while. */
const ownBudget = 67_584;
const laterBudget = 1_000_000;

/** For a process that is short, or begins with much that it does once. */
export function optimizeLater(): void {
  setBudget(laterBudget);
}

/** For what follows in a process that lasts. */
export function optimizeAsUsual(): void {
  setBudget(ownBudget);
}

function setBudget(bytes: number): void {
  if (Number.parseInt(process.versions.v8, 10) <= lastKnown)
    setFlagsFromString(`--interrupt-budget=${bytes}`);
}
