// Gives memory back while nobody waits. After a check the engine keeps what the one before was made of until the heap is
// full, which for a server that mostly waits is never.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds without work after which the user most likely reads. */
const shortestPause = 400;
/** Who goes on just then waits for a small part of the pause that was made. */
const timesCollecting = 10;
/** How much has to have come up since the last time, and how many bytes more: the rest is not worth the effort. */
const growth = 1.2;
const little = 8 << 20;
/** The first time finds out where the gaps are, the second one closes them: only then memory is given back. */
const mostRounds = 2;

let waiting: NodeJS.Timeout | undefined;
let collect: (() => void) | undefined;
let before = 0;
let lasted = 0;
let rounds = 0;

/** To be called after each piece of work. */
export function tidyWhenIdle(): void {
  rounds = 0;
  wait();
}

function wait(): void {
  clearTimeout(waiting);
  waiting = setTimeout(tidy, Math.max(shortestPause, lasted * timesCollecting));
  waiting.unref();
}

function tidy(): void {
  const { heapUsed, heapTotal } = process.memoryUsage();
  const [held, needed] = rounds === 0 ? [heapUsed, before] : [heapTotal, heapUsed];
  if (held < needed * growth + little) return;
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  const begun = performance.now();
  collect();
  lasted = performance.now() - begun;
  before = process.memoryUsage().heapUsed;
  if (++rounds < mostRounds) wait();
}
