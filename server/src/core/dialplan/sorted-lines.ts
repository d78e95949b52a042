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
  readonly #known = new Map<unknown, StepLine[]>();
  #texts: readonly SameLines[] | undefined;

  constructor(blocks: readonly LineBlock[]) {
    this.#blocks = blocks;
  }

  get lines(): readonly StepLine[] {
    return this.#joined(linesOf, linesOf);
  }

  get texts(): readonly SameLines[] {
    this.#texts ??= joinedTexts(this.#blocks);
    return this.#texts;
  }

  get hints(): readonly StepLine[] {
    return this.#that(isHint);
  }

  get jumping(): readonly StepLine[] {
    return this.#that(isJumping);
  }

  get naming(): readonly StepLine[] {
    return this.#that(isNaming);
  }

  get reading(): readonly StepLine[] {
    return this.#that(isReading);
  }

  get writing(): readonly StepLine[] {
    return this.#that(isWriting);
  }

  get withFunctions(): readonly StepLine[] {
    return this.#that(hasFunctions);
  }

  #that(test: (content: StepContent) => boolean): readonly StepLine[] {
    return this.#joined(test, (block) => block.list(test));
  }

  #joined(question: unknown, answer: (block: LineBlock) => readonly Line[]): readonly StepLine[] {
    let found = this.#known.get(question);
    if (found === undefined) {
      found = [];
      for (const block of this.#blocks) for (const line of answer(block)) found.push(line);
      this.#known.set(question, found);
    }
    return found;
  }
}

const linesOf = ({ lines }: LineBlock): readonly Line[] => lines;
const isHint = ({ hint }: StepContent): boolean => hint !== undefined;
const isJumping = ({ jumps }: StepContent): boolean => jumps.length > 0;
const isNaming = ({ names }: StepContent): boolean => names.length > 0;
const isReading = ({ reads }: StepContent): boolean => reads.length > 0;
const hasFunctions = ({ functions }: StepContent): boolean => functions.length > 0;

export const isWriting = ({ writes }: StepContent): boolean => writes.length > 0;
