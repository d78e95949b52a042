// Gives memory back while nobody waits. After a check the engine keeps what the one before was made of until the heap is
// full, which for a server that mostly waits is never.

import type { Session } from "node:inspector";

/** Milliseconds without work after which the user most likely reads. */
const shortestPause = 400;
/** Milliseconds for each byte in use: collecting takes an eighth of that, and who goes on just then waits for it. */
const pausePerByte = 16e-6;
/** How much has to have come up since the last time, and how many bytes more: the rest is not worth the effort. */
const growth = 1.1;
const little = 6 << 20;

let waiting: NodeJS.Timeout | undefined;
let session: Promise<Session | undefined> | undefined;
let before = 0;

/** To be called after each piece of work. */
export function tidyWhenIdle(): void {
  clearTimeout(waiting);
  const pause = Math.max(shortestPause, process.memoryUsage().heapUsed * pausePerByte);
  waiting = setTimeout(tidy, pause);
  waiting.unref();
}

async function tidy(): Promise<void> {
  if (process.memoryUsage().heapUsed < before * growth + little) return;
  session ??= connected();
  const connection = await session;
  try {
    // Not only collects, as the engine itself would do, but closes the gaps and gives back what is empty then.
    connection?.post("HeapProfiler.collectGarbage", () => {
      before = process.memoryUsage().heapUsed;
    });
  } catch {
    // Another runtime than Node.js may know the inspector and not this question: its engine collects by itself.
  }
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
