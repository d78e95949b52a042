// Gives memory back while nobody waits. After a check the engine keeps what the one before was made of until the heap is
// full, which for a server that mostly waits is never.

import type { Session } from "node:inspector";

/** Milliseconds without work after which the user most likely reads. */
const shortestPause = 400;
/** Who goes on just then waits for a small part of the pause that was made. */
const timesCollecting = 8;
/** How much has to have come up since the last time, and how many bytes more: the rest is not worth the effort. */
const growth = 1.1;
const little = 6 << 20;

let waiting: NodeJS.Timeout | undefined;
let session: Promise<Session | undefined> | undefined;
let before = 0;
let lasted = 0;

/** To be called after each piece of work. */
export function tidyWhenIdle(): void {
  clearTimeout(waiting);
  waiting = setTimeout(tidy, Math.max(shortestPause, lasted * timesCollecting));
  waiting.unref();
}

async function tidy(): Promise<void> {
  if (process.memoryUsage().heapUsed < before * growth + little) return;
  session ??= connected();
  const connection = await session;
  const begun = performance.now();
  // Not only collects, as the engine itself would do, but closes the gaps and gives back what is empty then.
  connection?.post("HeapProfiler.collectGarbage", () => {
    lasted = performance.now() - begun;
    before = process.memoryUsage().heapUsed;
  });
}

/** Undefined where this Node.js was built without its inspector: then memory is collected when the engine does. */
async function connected(): Promise<Session | undefined> {
  try {
    const { Session } = await import("node:inspector");
    const made = new Session();
    made.connect();
    return made;
  } catch {
    return undefined;
  }
}
