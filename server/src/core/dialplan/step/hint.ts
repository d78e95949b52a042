// What a hint watches (ast_hint_... in main/pbx.c): devices, joined by "&" without blanks taken off, and a
// presence provider behind the last comma.

import type { Step } from "../model.ts";
import { parseText } from "../substitution/text.ts";
import {
  cutKnownLast,
  isEmptyText,
  type KnownText,
  knownText,
  type Resolve,
  splitKnown,
} from "./known-text.ts";

export interface Hint {
  /** `Tech/resource` or `Provider:name`, blanks and all. */
  readonly devices: readonly KnownText[];
  readonly presence: KnownText | undefined;
}

/** Reads the step of a hint. */
export function readHint(step: Pick<Step, "option" | "application">, resolve?: Resolve): Hint {
  const source = step.option.value;
  const { start, end } = step.application;
  const { before, after } = cutKnownLast(knownText(source, parseText(source, start, end), resolve), ",");
  return { devices: isEmptyText(before) ? [] : splitKnown(before, "&"), presence: after };
}
