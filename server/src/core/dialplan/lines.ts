// What is known of the lines of a dialplan that became steps.

import type { Priority, Step } from "./model.ts";
import type { Call } from "./step/call.ts";
import type { Assignment, FunctionUse } from "./step/functions.ts";
import type { Hint } from "./step/hint.ts";
import type { Jump } from "./step/jump.ts";
import type { NameUse, VariableUse } from "./step/references.ts";

/** What stands in a line, wherever it stands. Lines of the same text have the very same. */
export interface StepContent {
  /** What it calls; undefined for a hint. */
  readonly call: Call | undefined;
  readonly hint: Hint | undefined;
  readonly jumps: readonly Jump[];
  readonly names: readonly NameUse[];
  readonly reads: readonly VariableUse[];
  readonly writes: readonly Assignment[];
  readonly functions: readonly FunctionUse[];
}

/** A line of the dialplan that became a priority, or several where sections inherit it. */
export interface StepLine extends StepContent {
  /** Its index among all lines. */
  readonly position: number;
  readonly step: Step;
  /** The first priority that it became. */
  readonly place: Priority;
  /** All of them. */
  readonly places: readonly Priority[];
}

/** All lines of one text, in order. What depends on the text alone is looked at once for them. */
export interface SameLines {
  readonly first: StepLine;
  readonly lines: readonly StepLine[];
}
