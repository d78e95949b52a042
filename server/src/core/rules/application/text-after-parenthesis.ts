import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { placeOf, rewritten } from "./places.ts";
import { type Shape, shapesOf } from "./shape.ts";

export const textAfterParenthesis: DialplanRule = {
  id: "application/text-after-parenthesis",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Text behind the last parenthesis, which is dropped",
  *check(dialplan, { installation }) {
    for (const shape of shapesOf(dialplan, installation)) {
      if (shape.kind === "missing-at-end") yield missingAtEnd(shape);
      else if (shape.kind === "text-behind") yield behind(shape);
      else if (shape.kind === "second-call") yield secondCall(shape);
    }
  },
};

function missingAtEnd({ line, start, end }: Shape): Finding {
  const rest = line.step.option.value.slice(start, end).trim();
  return {
    ...placeOf(line, { start, end }),
    message: `The closing ")" is missing: Asterisk takes the last one of the line for it, and drops ${quoted(rest)} without a word`,
    fixes: rewritten(line, { start: end, end }, ")", 'Add ")"', true),
  };
}

function behind({ line, start, end }: Shape): Finding {
  const { value } = line.step.option;
  const rest = value.slice(start, end).trim();
  const first = start + (value.slice(start, end).length - value.slice(start, end).trimStart().length);
  return {
    ...placeOf(line, { start: first, end }),
    message: `Asterisk drops ${quoted(rest)} without a word, since it stands behind the last ")" of the line`,
    fixes: rewritten(line, { start, end }, "", "Remove it", false),
  };
}

function secondCall({ line, start, end }: Shape): Finding {
  const second = line.step.option.value.slice(start, end).trim();
  return {
    ...placeOf(line, { start, end }),
    message: `A step calls one application: Asterisk takes ${quoted(second)} for part of its arguments, which end at the last ")" of the line`,
  };
}
