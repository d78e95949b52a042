// The semantic tokens, a line for each line of the file: `text:type`, with modifiers behind a dot.

import { fileTokens, tokenModifiers, tokenTypes } from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const tokensAnswer: Answer = (subject) => {
  const numbers = fileTokens(subject);
  const { text } = subject;
  let shown = "";
  let end = 0;
  for (let at = 0; at < numbers.length; at += 4) {
    const [start = 0, length = 0, type = 0, bits = 0] = numbers.slice(at, at + 4);
    const between = text.slice(end, start);
    if (at > 0) shown += between.includes("\n") ? "\n" : "  ";
    const modifiers = tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0);
    shown += [`${text.slice(start, start + length)}:${tokenTypes[type]}`, ...modifiers].join(".");
    end = start + length;
  }
  return shown;
};
