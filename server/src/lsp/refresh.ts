// Does something soon, once, however often it is asked for meanwhile. What takes long is done less often.

import type { Host } from "./host.ts";

/** Milliseconds of silence before it is done: less than between two keys of somebody who types fast. */
const shortestPause = 10;
/** What lasts long is not begun between two keys, or they would have to wait for it. */
const shareOfWork = 0.1;
const longestPause = 500;

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
    const wait = Math.min(Math.max(shortestPause, this.#lasted * shareOfWork), longestPause);
    this.#cancel = this.#host.after(wait, () => {
      const begun = this.#host.now();
      this.#cancel = undefined;
      this.#action();
      this.#lasted = this.#host.now() - begun;
      this.#release();
    });
  }

  /** Does work that what happens next causes anew, so that its time counts for the pause before. */
  measured<Answer>(work: () => Answer): Answer {
    const begun = this.#host.now();
    const answer = work();
    this.#lasted = Math.max(this.#lasted, this.#host.now() - begun);
    return answer;
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
