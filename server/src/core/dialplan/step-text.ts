// A text of the dialplan with what was read of it, which all lines of that text share.

import type { SameLines, StepLine } from "./lines.ts";
import type { Call } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import type { Hint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import type { NameUse, References, VariableUse } from "./step/references.ts";

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
