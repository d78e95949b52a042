// What was read of the texts of steps, kept from one state of a dialplan to the next: most of its lines are the same.

import type { LineBlock } from "./line-blocks.ts";
import type { Call } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import type { Hint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import type { NameUse, References, VariableUse } from "./step/references.ts";
import type { SameLines, StepLine } from "./steps.ts";

/** A global that was asked for to read a text, and whether its value counted. */
export type Asked = readonly [name: string, counted: boolean];

/** What was read of a text. */
export interface ReadText {
  readonly call: Call | undefined;
  readonly hint: Hint | undefined;
  readonly jumps: readonly Jump[];
  readonly references: References;
  /** The globals that had a say in it. */
  readonly asked: readonly Asked[] | undefined;
}

/** A text, and the lines that have it in the latest state. */
export class StepText implements ReadText, SameLines {
  call!: Call | undefined;
  hint!: Hint | undefined;
  jumps!: readonly Jump[];
  references!: References;
  asked!: readonly Asked[] | undefined;
  /** The state of the dialplan to which the lines belong. */
  state: object | undefined = undefined;
  first!: StepLine;
  /** Nearly all texts have one line. */
  private others = noLines;

  constructor(read: ReadText) {
    this.take(read);
  }

  /** Takes what was read of it, now or again. */
  take({ call, hint, jumps, references, asked }: ReadText): void {
    this.call = call;
    this.hint = hint;
    this.jumps = jumps;
    this.references = references;
    this.asked = asked;
  }

  /** The first line of a state. */
  begin(line: StepLine, state: object): void {
    this.state = state;
    this.first = line;
    this.others = noLines;
  }

  /** A further line of the same state. */
  add(line: StepLine): void {
    if (this.others === noLines) this.others = [line];
    else this.others.push(line);
  }

  get lines(): readonly StepLine[] {
    return [this.first, ...this.others];
  }

  get names(): readonly NameUse[] {
    return this.references.names;
  }

  get reads(): readonly VariableUse[] {
    return this.references.reads;
  }

  get writes(): readonly Assignment[] {
    return this.references.writes;
  }

  get functions(): readonly FunctionUse[] {
    return this.references.functions;
  }
}

/** Shared by all texts with one line; never written to. */
const noLines: StepLine[] = [];

type Globals = ReadonlyMap<string, string | undefined>;
type Texts = Map<string, StepText>;

/** The texts of one dialplan, those of "same" lines and those of lines with a name, with what they became. */
export interface KeptSteps {
  readonly globals: Globals;
  readonly same: Texts;
  readonly named: Texts;
  readonly blocks: readonly LineBlock[];
  /** By the names of contexts. */
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
    const { same, named } = steps;
    let { needed } = steps;
    if (needed > 0 && same.size + named.size > needed + mostUnused) {
      const state = {};
      joinedTexts(steps.blocks, state);
      for (const texts of [same, named]) letGo(texts, state);
      needed = 0;
    }
    this.#byRoot.set(root, { ...steps, needed: needed || same.size + named.size });
  }
}

const mostUnused = 1000;

function letGo(texts: Texts, state: object): void {
  for (const [value, text] of texts) if (text.state !== state) texts.delete(value);
}

/** The texts of all lines, in the order of the first of each. `state`: marks them. */
export function joinedTexts(blocks: readonly LineBlock[], state: object): readonly StepText[] {
  const found: StepText[] = [];
  for (const { lines } of blocks) {
    for (const line of lines) {
      const { text } = line;
      if (text.state === state) text.add(line);
      else {
        text.begin(line, state);
        found.push(text);
      }
    }
  }
  return found;
}

function sameValues(left: Globals, right: Globals): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) if (!right.has(name) || right.get(name) !== value) return false;
  return true;
}
