import { valuePlace } from "../../config/option-span.ts";
import { booleanMeant, isFalse, isTrue } from "../../pjsip/values/booleans.ts";
import { asciiLower } from "../../text/ascii.ts";
import { pieceOf } from "../fix.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { isUnfinished, sectionsNamed, switches } from "./general.ts";

export const notABoolean: DialplanRule = {
  id: "dialplan/not-a-boolean",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Word in [general] that is neither yes nor no and silently means no",
  *check({ load }) {
    const [general] = sectionsNamed(load, "general");
    for (const option of general?.options ?? []) {
      const { name, value } = option;
      if (!switches.includes(asciiLower(name)) || isTrue(value) || isFalse(value)) continue;
      if (isUnfinished(value)) continue;
      const meant = booleanMeant(value);
      // Nothing changes for Asterisk where the word for no was meant.
      const harmless = meant !== undefined && isFalse(meant);
      const place = pieceOf(option, 0, value.length);
      yield {
        ...valuePlace(option),
        message: `${quoted(value)} is no word for yes or no: Asterisk takes it for no without a message`,
        ...(harmless ? { effect: "redundant" as const } : {}),
        fixes:
          meant !== undefined && place !== undefined
            ? [{ title: `Change to "${meant}"`, safe: harmless, edits: [{ ...place, text: meant }] }]
            : [],
      };
    }
  },
};
