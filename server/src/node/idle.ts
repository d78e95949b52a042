// Gives memory back while nobody waits. After a check of a large configuration the engine keeps what the one before was
// made of until the heap is full, which for a server that mostly waits is never.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds without work after which the user most likely reads. */
const idle = 2000;
/** Bytes in use that are not worth the effort. */
const small = 64 << 20;
/** How much has to have come up since the last time. */
const growth = 1.3;

let waiting: NodeJS.Timeout | undefined;
let collect: (() => void) | undefined;
let before = 0;

/** To be called after each piece of work. */
export function tidyWhenIdle(): void {
  clearTimeout(waiting);
  waiting = setTimeout(tidy, idle);
  waiting.unref();
}

function tidy(): void {
  if (process.memoryUsage().heapUsed < Math.max(small, before * growth)) return;
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  before = process.memoryUsage().heapUsed;
}
