// The lines of a dialplan by what stands in them, for rules that ask for a few of them.

import { joinedTexts, type Line, type LineBlock } from "./line-blocks.ts";
import type { SameLines, StepContent, StepLine } from "./lines.ts";

export interface Lists {
  /** In the order of the contexts, their extensions and priorities; each line once. */
  readonly lines: readonly StepLine[];
  /** The lines by their texts, in the order of the first of each. */
  readonly texts: readonly SameLines[];
  /** Those of the lines that are hints, that jump, that name something. */
  readonly hints: readonly StepLine[];
  readonly jumping: readonly StepLine[];
  readonly naming: readonly StepLine[];
  /** Those that read variables, that write variables or functions, that read or write functions. */
  readonly reading: readonly StepLine[];
  readonly writing: readonly StepLine[];
  readonly withFunctions: readonly StepLine[];
}

/** Each list is made when somebody asks for it. */
export class SortedLines implements Lists {
  readonly #blocks: readonly LineBlock[];
  readonly #known = new Map<string, readonly StepLine[]>();
  #texts: readonly SameLines[] | undefined;

  constructor(blocks: readonly LineBlock[]) {
    this.#blocks = blocks;
  }

  get lines(): readonly StepLine[] {
    return this.#joined("lines", ({ lines }) => lines);
  }

  get texts(): readonly SameLines[] {
    this.#texts ??= joinedTexts(this.#blocks, {});
    return this.#texts;
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
    return this.#that("writing", isWriting);
  }

  get withFunctions(): readonly StepLine[] {
    return this.#that("withFunctions", ({ functions }) => functions.length > 0);
  }

  #that(name: keyof Lists, test: (content: StepContent) => boolean): readonly StepLine[] {
    return this.#joined(name, (block) => block.list(name, test));
  }

  #joined(name: string, linesOf: (block: LineBlock) => readonly Line[]): readonly StepLine[] {
    let found = this.#known.get(name);
    if (found === undefined) {
      found = this.#blocks.flatMap(linesOf);
      this.#known.set(name, found);
    }
    return found;
  }
}

export function isWriting({ writes }: StepContent): boolean {
  return writes.length > 0;
}
