// "expect hover": the piece of text that is hovered, and what is shown of it.

import { hoverAt } from "../../server/src/core/api.ts";
import { shown } from "./answer-documentation.ts";
import type { Answer } from "./answers.ts";

export const hover: Answer = (subject, offset) => {
  const found = hoverAt(subject, offset);
  if (found === undefined) return "nothing";
  const { span, markdown } = found;
  return `<${subject.text.slice(span.start, span.end)}>\n${shown(markdown)}`;
};
