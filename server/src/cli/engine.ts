// Tells the engine that the process is short: a fifth of the time of a large lint went into optimizing functions that were
// through before that paid off. Who runs longer is still optimized, a little later.

import { setFlagsFromString } from "node:v8";

/** Versions of V8 up to this one are known to have the flag; others complain about what they do not know. */
const lastKnown = 13;

/** Bytes of code that a function runs before it is optimized: the engine's own 135,168 fits a server. */
const budget = 1_000_000;

if (Number.parseInt(process.versions.v8, 10) <= lastKnown) setFlagsFromString(`--interrupt-budget=${budget}`);
