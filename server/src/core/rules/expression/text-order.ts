import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsWith, quoteOf } from "./expressions.ts";

export const textOrder: DialplanRule = {
  id: "expression/text-order",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Numbers in quotes that are compared as texts",
  *check(dialplan, { installation }) {
    for (const { option, parsed, fault, place, written } of expressionsWith(dialplan, installation, [
      "<",
      "<=",
      ">",
      ">=",
    ])) {
      if (fault !== undefined) continue;
      for (const node of parsed.nodes) {
        if (node.kind !== "binary" || !/^[<>]=?$/.test(node.operator)) continue;
        const { left, right } = node;
        if (quoteOf(left) === undefined || quoteOf(left) !== quoteOf(right)) continue;
        const number = [left, right].find((side) => isNumber(written(side)));
        if (number === undefined || /STRFTIME|EPOCH/.test(written(node))) continue;
        yield {
          ...placeIn(option, place(node)),
          message: `Texts in quotes are compared letter by letter, so that "9" comes behind ${quoted("10")}: leave the quotes away around numbers`,
        };
      }
    }
  },
};

/** A number in quotes. One digit is mostly compared with another: that goes well. */
function isNumber(text: string): boolean {
  return /^["'][1-9][0-9]+["']$/.test(text);
}
