// Gives memory back while nobody waits. After a check the engine keeps what the one before was made of until the heap is
// full, which for a server that mostly waits is never.

import { Session } from "node:inspector";

/** Milliseconds without work after which the user most likely reads. */
const shortestPause = 400;
/** Who goes on just then waits for a small part of the pause that was made. */
const timesCollecting = 8;
/** How much has to have come up since the last time, and how many bytes more: the rest is not worth the effort. */
const growth = 1.1;
const little = 6 << 20;

let waiting: NodeJS.Timeout | undefined;
let session: Session | undefined;
let before = 0;
let lasted = 0;

/** To be called after each piece of work. */
export function tidyWhenIdle(): void {
  clearTimeout(waiting);
  waiting = setTimeout(tidy, Math.max(shortestPause, lasted * timesCollecting));
  waiting.unref();
}

function tidy(): void {
  if (process.memoryUsage().heapUsed < before * growth + little) return;
  const begun = performance.now();
  collect(() => {
    lasted = performance.now() - begun;
    before = process.memoryUsage().heapUsed;
  });
}

/** Not only collects, as the engine itself would do, but closes the gaps and gives back what is empty then. */
function collect(done: () => void): void {
  if (!process.features.inspector) return;
  if (session === undefined) {
    session = new Session();
    session.connect();
  }
  session.post("HeapProfiler.collectGarbage", done);
}
