// Tells the engine when to optimize functions and how much memory to take: a fifth of the time of a large lint goes into
// optimizing functions that are through before that pays off, and so it is with the first check of a server.

import { setFlagsFromString } from "node:v8";

/** The last versions of V8 that are known to have the flags; others complain about what they do not know. */
const lastWithBudget = 11;
const lastWithGrowth = 13;

/** Bytes of code that a function runs before it is optimized: the engine's own fits a server that has been used a while. */
const ownBudget = 67_584;
const laterBudget = 1_000_000;

/** Bytes in use of a heap that is large. */
const largeHeap = 64 << 20;
/** Bytes of files that make a heap large. */
const largeFiles = 512 << 10;
/** Times that the room for what is soon forgotten grows at once. */
const quickGrowth = 8;
const someGrowth = 3;

let bytesRead = 0;

/** For a process that is short, or begins with much that it does once. */
export function optimizeLater(): void {
  setBudget(laterBudget);
}

/** For what follows in a process that lasts. */
export function optimizeAsUsual(): void {
  setBudget(ownBudget);
}

function setBudget(bytes: number): void {
  setFlag(`--interrupt-budget=${bytes}`, lastWithBudget);
}

/** For a process that ends when its work is done: it saves the labour of threads that collect memory meanwhile. */
export function collectAlone(): void {
  setFlag("--no-parallel-scavenge", lastWithGrowth);
  setFlag("--no-incremental-marking", lastWithGrowth);
}

/** For the beginning of a process that lasts: what is soon forgotten gets no more room than it has by now. */
export function beginSmall(): void {
  setFlag("--semi-space-growth-factor=1", lastWithGrowth);
}

/** To be told before work that files are read for. */
export function beginWork(): void {
  bytesRead = 0;
}

/** To be told of each file that is read: much of what comes of many or large ones stays, and is moved less often. */
export function filesRead(bytes: number): void {
  const before = bytesRead;
  bytesRead += bytes;
  if (before <= largeFiles && bytesRead > largeFiles)
    setFlag(`--semi-space-growth-factor=${quickGrowth}`, lastWithGrowth);
}

/**
 * For what follows: memory is collected when the heap has grown by half, since left alone the engine lets that of a small
 * configuration grow to four times its size. In a large one an edit gets a few megabytes of room, which saves a fifth of its
 * time. `bytes`: how many are in use.
 */
export function growSlowly(bytes: number): void {
  const isLarge = bytes > largeHeap;
  setFlag(`--semi-space-growth-factor=${isLarge ? someGrowth : 1}`, lastWithGrowth);
  setFlag(`--heap-growing-percent=${isLarge ? 100 : 50}`, lastWithGrowth);
}

function setFlag(flag: string, last: number): void {
  if (Number.parseInt(process.versions.v8, 10) <= last) setFlagsFromString(flag);
}
