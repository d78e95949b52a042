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

  constructor(host: Host, action: () => void) {
    this.#host = host;
    this.#action = action;
  }

  soon(): void {
    this.stop();
    const wait = Math.min(Math.max(pause, this.#lasted), longestPause);
    this.#cancel = this.#host.after(wait, () => {
      const begun = this.#host.now();
      this.#action();
      this.#lasted = this.#host.now() - begun;
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
