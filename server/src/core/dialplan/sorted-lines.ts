// The lines of a dialplan by what stands in them, for rules that ask for a few of them.

import type { DialplanSteps, StepContent, StepLine } from "./steps.ts";

type Lists = Pick<DialplanSteps, "hints" | "jumping" | "naming" | "reading" | "writing" | "withFunctions">;

/** Each list is made when somebody asks for it. */
export class SortedLines implements Lists {
  readonly #lines: readonly StepLine[];
  readonly #known = new Map<keyof Lists, readonly StepLine[]>();

  constructor(lines: readonly StepLine[]) {
    this.#lines = lines;
  }

  get hints(): readonly StepLine[] {
    return this.#that("hints", ({ hint }) => hint !== undefined);
  }

  get jumping(): readonly StepLine[] {
    return this.#that("jumping", ({ jumps }) => jumps.length > 0);
  }

  get naming(): readonly StepLine[] {
    return this.#that("naming", ({ names }) => names.length > 0);
  }

  get reading(): readonly StepLine[] {
    return this.#that("reading", ({ reads }) => reads.length > 0);
  }

  get writing(): readonly StepLine[] {
    return this.#that("writing", ({ writes }) => writes.length > 0);
  }

  get withFunctions(): readonly StepLine[] {
    return this.#that("withFunctions", ({ functions }) => functions.length > 0);
  }

  #that(list: keyof Lists, test: (content: StepContent) => boolean): readonly StepLine[] {
    let found = this.#known.get(list);
    if (found === undefined) {
      found = this.#lines.filter(test);
      this.#known.set(list, found);
    }
    return found;
  }
}
