// What the rules about the text of hints share.

import type { Dialplan } from "../../dialplan/model.ts";
import type { Hint } from "../../dialplan/step/hint.ts";
import type { StepLine } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";

/** The lines of a dialplan that are hints. */
export function* hintLines(
  dialplan: Dialplan,
  installation: Installation,
): Generator<{ readonly line: StepLine; readonly hint: Hint }> {
  for (const line of installation.steps(dialplan).hints) {
    if (line.hint !== undefined) yield { line, hint: line.hint };
  }
}
