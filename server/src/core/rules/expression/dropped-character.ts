import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsOf, type WrittenExpression } from "./expressions.ts";

export const droppedCharacter: DialplanRule = {
  id: "expression/dropped-character",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Character in an expression that Asterisk skips",
  *check(dialplan, { installation }) {
    for (const expression of expressionsOf(dialplan, installation)) {
      const at = expression.fault === undefined ? dropped(expression) : undefined;
      if (at === undefined) continue;
      const { option, text, tokens, place } = expression;
      const character = text.slice(at, at + 1);
      const counts = character === '"' || tokens.some(({ kind }) => kind === "=~" || kind === ":");
      const why = character === '"' ? ", since no other one closes it" : " outside quotes";
      yield {
        ...(counts ? {} : { effect: "redundant" as const }),
        ...placeIn(option, place({ start: at, end: at + 1 })),
        message: `Asterisk skips ${quoted(character)}${why}, and reads the rest of the expression as if it were not there`,
      };
    }
  },
};

/** The first character that belongs to no token and is no blank. */
function dropped({ text, tokens }: WrittenExpression): number | undefined {
  let from = 0;
  for (const { start, end } of [...tokens, { start: text.length, end: text.length }]) {
    const found = text.slice(from, start).search(/[^\s]/);
    if (found >= 0) return from + found;
    from = end;
  }
  return undefined;
}
