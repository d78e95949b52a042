import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsWith } from "./expressions.ts";

export const divisionByZero: DialplanRule = {
  id: "expression/division-by-zero",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Division by zero",
  *check(dialplan, { installation }) {
    for (const { option, parsed, place, written } of expressionsWith(dialplan, installation, ["/", "%"])) {
      for (const node of parsed.nodes) {
        if (node.kind !== "binary" || (node.operator !== "/" && node.operator !== "%")) continue;
        const { right } = node;
        if (right.kind !== "value" || !right.token.numeric || Number(right.token.text) !== 0) continue;
        const divides = node.operator === "/";
        yield {
          ...placeIn(option, place(node)),
          message: `${quoted(written(node))} divides by zero: the value is ${divides ? "2147483647" : "0"}`,
          runtimeLog: [divides ? "division by zero" : "div by zero"],
        };
      }
    }
  },
};
