// What was read of the texts of steps, kept from one state of a dialplan to the next: most of its lines are the same.

import type { LineBlock } from "./line-blocks.ts";
import type { StepText } from "./step-text.ts";

type Globals = ReadonlyMap<string, string | undefined>;
type Texts = Map<string, StepText>;

/** The texts of one dialplan, those of "same" lines and those of lines with a name, with what they became. */
export interface KeptSteps {
  readonly globals: Globals;
  readonly same: Texts;
  readonly named: Texts;
  readonly blocks: readonly LineBlock[];
  /** By the names of contexts; the same table from one state to the next. */
  readonly blockOf: Map<string, LineBlock>;
  /** Another one as soon as a text was read again; undefined before the first state. */
  readonly contents: object | undefined;
  /** How many of the texts had lines when they were last counted. */
  readonly needed: number;
}

/** Good for one catalogue of applications and functions. */
export class StepMemory {
  readonly #byRoot = new Map<string, KeptSteps>();
  readonly #base: StepMemory | undefined;

  /** `base`: what somebody else remembers, who still needs it. */
  constructor(base?: StepMemory) {
    this.#base = base;
  }

  /** What is still true where these are the globals. It is used up: its objects become those of the next state. */
  of(root: string, globals: Globals): KeptSteps {
    const kept = this.#byRoot.get(root);
    if (kept !== undefined && sameValues(kept.globals, globals)) return kept;
    return {
      globals,
      same: new Map(),
      named: new Map(),
      blocks: [],
      blockOf: new Map(),
      contents: undefined,
      needed: 0,
    };
  }

  /** What somebody else knows, to look at. */
  others(root: string, globals: Globals): Pick<KeptSteps, "same" | "named"> | undefined {
    return this.#base?.of(root, globals);
  }

  /** Texts without lines are let go where they become many. */
  keep(root: string, steps: KeptSteps): void {
    const { same, named, blocks, needed } = steps;
    const count = same.size + named.size;
    const isFirst = needed === 0;
    const isFull = !isFirst && count > needed + mostUnused;
    if (isFull) letGo([same, named], blocks);
    this.#byRoot.set(root, isFirst || isFull ? { ...steps, needed: same.size + named.size } : steps);
  }
}

const mostUnused = 1000;

function letGo(tables: readonly Texts[], blocks: readonly LineBlock[]): void {
  const used = new Set<StepText>();
  for (const { lines } of blocks) for (const { text } of lines) used.add(text);
  for (const texts of tables) for (const [value, text] of texts) if (!used.has(text)) texts.delete(value);
}

function sameValues(left: Globals, right: Globals): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) if (!right.has(name) || right.get(name) !== value) return false;
  return true;
}
