// Where pieces of dialplan steps are written, for rules that look at what stands in them.

import { type Place, valuePlace } from "../../config/option-span.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix } from "../rule.ts";

/** A piece of a step, by offsets in its option's value. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

export function placeOf({ step }: StepLine, { start, end }: Offsets): Place {
  return valuePlace(step.option, start, end);
}

/** A fix that puts another text in the place of a piece; none where just that is not written anywhere. */
export function rewritten(
  { step }: StepLine,
  { start, end }: Offsets,
  text: string,
  title: string,
  safe: boolean,
): readonly Fix[] {
  const place = pieceOf(step.option, start, end);
  return writtenAt(place, text, title, safe);
}
