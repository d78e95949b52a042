// The texts of a dialplan in which Asterisk substitutes: arguments of steps, hints, names of extensions and [globals].

import { type Place, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { hasSubstitution, parseText, type Text } from "../../dialplan/substitution/text.ts";
import { asciiLower } from "../../text/ascii.ts";
import { linesOf, type PerContext, perContext } from "../../workspace/per-context.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import type { Offsets } from "../application/places.ts";
import { pieceOf } from "../fix.ts";
import type { Fix } from "../rule.ts";

/** A text with at least one substitution. */
export interface SubstitutedText {
  readonly option: ConfigOption;
  /** The option's value; all offsets count in it. */
  readonly source: string;
  readonly text: Text;
  /** The step whose arguments it is; undefined for names of extensions and globals. */
  readonly line: StepLine | undefined;
}

/** In the order of the steps, globals first; what a step calls is not among them, only its arguments. */
export const substitutedTexts: PerDialplan<readonly SubstitutedText[]> = perDialplan(
  (dialplan, installation) => {
    const inSteps = textsOfSteps.all(installation.steps(dialplan), []);
    return [...textsOfGlobals(dialplan), ...inSteps];
  },
);

export function textsOfGlobals(dialplan: Dialplan): readonly SubstitutedText[] {
  const found: SubstitutedText[] = [];
  for (const option of globalOptions(dialplan)) {
    const text = parseText(option.value);
    if (hasSubstitution(text)) found.push({ option, source: option.value, text, line: undefined });
  }
  return found;
}

export const textsOfSteps: PerContext<[], SubstitutedText> = perContext<[], SubstitutedText>(
  (context, steps) => {
    const found: SubstitutedText[] = [];
    const add = (option: ConfigOption, text: Text, line?: StepLine): void => {
      if (hasSubstitution(text)) found.push({ option, source: option.value, text, line });
    };
    for (const line of linesOf(context, steps)) {
      const { option } = line.step;
      const { value } = option;
      const first = value.indexOf("$");
      if (first < 0) continue;
      const { name, application } = line.step;
      if (name !== undefined && first < name.end) add(option, parseText(value, name.start, name.end));
      if (line.call !== undefined) add(option, line.call.data, line);
      else add(option, parseText(value, application.start, application.end), line);
    }
    return found;
  },
);

/** The lines of [globals]. */
function globalOptions({ load }: Dialplan): readonly ConfigOption[] {
  return load.sections
    .filter(({ name, template }) => !template && asciiLower(name) === "globals")
    .flatMap(({ options }) => options);
}

export function placeIn(option: ConfigOption, { start, end }: Offsets): Place {
  return valuePlace(option, start, end);
}

/** A change of a piece, for a fix; undefined where just that piece is not written anywhere. */
export function changes(
  option: ConfigOption,
  pieces: readonly (Offsets & { readonly text: string })[],
  title: string,
  safe: boolean,
): readonly Fix[] {
  const edits: Fix["edits"][number][] = [];
  for (const { start, end, text } of pieces) {
    const place = pieceOf(option, start, end);
    if (place === undefined) return [];
    edits.push({ ...place, text });
  }
  return [{ title, safe, edits }];
}
