// What is left of an installation for the next state of it: what was read, and the objects that an edit leaves as they are.

import { LatestLines } from "../config/line-reader.ts";
import type { ConfigLoad } from "../config/load.ts";
import { DialplanMemory } from "../dialplan/read-dialplan.ts";
import { StepMemory } from "../dialplan/step-memory.ts";

export class Remains {
  readonly lines: LatestLines;
  readonly steps: StepMemory;
  readonly dialplans: DialplanMemory = new DialplanMemory();
  readonly #loads = new Map<string, ConfigLoad>();
  readonly #base: Remains | undefined;

  private constructor(base: Remains | undefined) {
    this.#base = base;
    this.lines = new LatestLines(base?.lines);
    this.steps = new StepMemory(base?.steps);
  }

  static none(): Remains {
    return new Remains(undefined);
  }

  /** For a state that is only tried out: what is here is looked at, and stays as it is. */
  toLookAt(): Remains {
    return new Remains(this.#base ?? this);
  }

  /** The last load of a root file, where all that is in it may be taken over. */
  load(root: string): ConfigLoad | undefined {
    return this.#loads.get(root);
  }

  keep(load: ConfigLoad): void {
    if (this.#base === undefined) this.#loads.set(load.root, load);
  }
}
