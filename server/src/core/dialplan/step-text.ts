// A text of the dialplan with what was read of it, which all lines of that text share.

import type { SameLines, StepLine } from "./lines.ts";
import type { Call } from "./step/call.ts";
import type { Hint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import type { References } from "./step/references.ts";

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

/** A text, for as long as lines have it or may have it again. */
export class StepText implements ReadText {
  call!: Call | undefined;
  hint!: Hint | undefined;
  jumps!: readonly Jump[];
  references!: References;
  asked!: readonly Asked[] | undefined;
  /** Its lines, while they are brought together. */
  lines: TextLines | undefined = undefined;

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
}

/** The lines of one text. */
export class TextLines implements SameLines {
  readonly first: StepLine;
  /** Nearly all texts have one line. */
  #others: StepLine[] | undefined;

  constructor(first: StepLine) {
    this.first = first;
  }

  add(line: StepLine): void {
    if (this.#others === undefined) this.#others = [line];
    else this.#others.push(line);
  }

  get lines(): readonly StepLine[] {
    return [this.first, ...(this.#others ?? [])];
  }
}
