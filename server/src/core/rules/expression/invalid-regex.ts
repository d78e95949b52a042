import { searchRegex } from "../../config/posix-search.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { expressionsWith, isConstant } from "./expressions.ts";

export const invalidExpressionRegex: DialplanRule = {
  id: "expression/invalid-regex",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Regular expression that does not compile",
  *check(dialplan, { installation }) {
    for (const { option, parsed, place } of expressionsWith(dialplan, installation, ["=~", ":"])) {
      for (const node of parsed.nodes) {
        if (node.kind !== "binary" || (node.operator !== "=~" && node.operator !== ":")) continue;
        const { right } = node;
        if (right.kind !== "value" || !isConstant(right.token.text)) continue;
        const { text } = right.token;
        const pattern = text.startsWith('"') && text.endsWith('"') ? text.replaceAll('"', "") : text;
        const found = searchRegex(pattern, "");
        if (found.kind !== "refused") continue;
        yield {
          ...placeIn(option, place(right)),
          message: `${quoted(pattern)} is no regular expression (${found.error}): the value is empty`,
          runtimeLog: [`regcomp() error : ${found.error}`],
        };
      }
    }
  },
};
