// What a hint watches (ast_hint_... in main/pbx.c): devices, joined by "&" without blanks taken off, and a
// presence provider behind the last comma.

import type { Step } from "../model.ts";
import { parseText } from "../substitution/text.ts";
import { type DialString, readDialString } from "./dial-string.ts";
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
  /** Those of the devices that are not empty, as dial strings. */
  readonly dials: readonly DialString[];
  readonly presence: KnownText | undefined;
}

/** Reads the step of a hint. */
export function readHint(step: Pick<Step, "option" | "application">, resolve?: Resolve): Hint {
  const source = step.option.value;
  const { start, end } = step.application;
  const { before, after } = cutKnownLast(knownText(source, parseText(source, start, end), resolve), ",");
  return new LateHint(before, after);
}

/** Cuts its devices out only when somebody asks for them. */
class LateHint implements Hint {
  readonly presence: KnownText | undefined;
  private readonly all: KnownText;

  constructor(all: KnownText, presence: KnownText | undefined) {
    this.all = all;
    this.presence = presence;
  }

  get devices(): readonly KnownText[] {
    return isEmptyText(this.all) ? [] : splitKnown(this.all, "&");
  }

  get dials(): readonly DialString[] {
    return this.devices.filter((device) => !isEmptyText(device)).map(readDialString);
  }
}
