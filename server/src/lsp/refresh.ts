// Does something soon, once, however often it is asked for meanwhile. What takes long is done less often.

import type { Host } from "./host.ts";

/** Milliseconds of silence before it is done. */
const pause = 150;
const longestPause = 1000;

export class Refresh {
  readonly #host: Host;
  readonly #action: () => void;
  #cancel: (() => void) | undefined;
  #lasted = 0;
  #waiting: (() => void)[] = [];

  constructor(host: Host, action: () => void) {
    this.#host = host;
    this.#action = action;
  }

  soon(): void {
    this.#cancel?.();
    const wait = Math.min(Math.max(pause, this.#lasted), longestPause);
    this.#cancel = this.#host.after(wait, () => {
      const begun = this.#host.now();
      this.#cancel = undefined;
      this.#action();
      this.#lasted = this.#host.now() - begun;
      this.#release();
    });
  }

  /** Until nothing is to be done any more. */
  quiet(): Promise<void> {
    if (this.#cancel === undefined) return Promise.resolve();
    return new Promise((done) => this.#waiting.push(done));
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const done of waiting) done();
  }
}
