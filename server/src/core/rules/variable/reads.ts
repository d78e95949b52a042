// The variables that a dialplan reads, wherever a text of it does.

import type { ConfigOption } from "../../config/section.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import { walkParts } from "../../dialplan/step/functions.ts";
import { constantText, type VariableRead } from "../../dialplan/substitution/text.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { substitutedTexts } from "../dialplan/texts.ts";

/** `${NAME}` with a name that is known. */
export interface ReadVariable {
  readonly option: ConfigOption;
  readonly source: string;
  /** The step; undefined for names of extensions and globals. */
  readonly line: StepLine | undefined;
  readonly name: string;
  /** Where the name stands. */
  readonly start: number;
  readonly end: number;
  readonly part: VariableRead;
}

export const variableReads: PerDialplan<readonly ReadVariable[]> = perDialplan((dialplan, installation) => {
  const found: ReadVariable[] = [];
  for (const { option, source, text, line } of substitutedTexts(dialplan, installation)) {
    walkParts(text, (part) => {
      if (part.kind !== "variable" || !part.closed) return;
      const name = constantText(source, part.name);
      const { start, end } = part.name;
      if (name !== undefined) found.push({ option, source, line, name, start, end, part });
    });
  }
  return found;
});
