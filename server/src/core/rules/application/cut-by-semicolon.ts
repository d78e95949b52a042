import { valuePlace } from "../../config/option-span.ts";
import type { DialplanRule } from "../rule.ts";
import { shapesOf } from "./shape.ts";

export const cutBySemicolon: DialplanRule = {
  id: "application/cut-by-semicolon",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Arguments that a semicolon without backslash cuts off",
  *check(dialplan, { installation }) {
    for (const { kind, line, start, end } of shapesOf(dialplan, installation)) {
      if (kind !== "cut-by-semicolon") continue;
      const { file, span } = valuePlace(line.step.option, start, end);
      const place = { file, span: { start: span.start, end: span.start + 1 } };
      const insert = { file, span: { start: span.start, end: span.start }, text: "\\" };
      yield {
        ...place,
        message: `A ";" begins a comment, which cuts the arguments off: Asterisk takes the ")" before it for the end of them; write "\\;"`,
        fixes: [{ title: 'Write "\\;"', safe: false, edits: [insert] }],
      };
    }
  },
};
