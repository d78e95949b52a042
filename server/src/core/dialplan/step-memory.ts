// What was read of the texts of steps, kept from one state of a dialplan to the next: most of its lines are the same.

import type { StepContent } from "./steps.ts";

/** A global that was asked for to read a text, and whether its value counted. */
export type Asked = readonly [name: string, counted: boolean];

export interface KeptContent {
  readonly content: StepContent;
  readonly asked: readonly Asked[] | undefined;
}

type Globals = ReadonlyMap<string, string | undefined>;

/** The texts of one dialplan, those of "same" lines and those of lines with a name. */
export interface KeptTexts {
  readonly globals: Globals;
  readonly same: ReadonlyMap<string, KeptContent>;
  readonly named: ReadonlyMap<string, KeptContent>;
}

/** Good for one catalogue of applications and functions. */
export class StepMemory {
  readonly #byRoot = new Map<string, KeptTexts>();

  /** What is still true where these are the globals. */
  of(root: string, globals: Globals): KeptTexts | undefined {
    const kept = this.#byRoot.get(root);
    return kept !== undefined && sameValues(kept.globals, globals) ? kept : undefined;
  }

  keep(root: string, texts: KeptTexts): void {
    this.#byRoot.set(root, texts);
  }
}

function sameValues(left: Globals, right: Globals): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) if (!right.has(name) || right.get(name) !== value) return false;
  return true;
}
