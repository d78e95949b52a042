// The text as it is formatted; "same" where nothing changes. "range" formats the line of the cursor, "typed CHARACTER"
// what is formatted after a character in front of it ("enter" is a line break); "spaced", "compact", "align" and
// "blank-lines 1" are settings of the team.

import { applyEdits } from "../../server/src/core/api.ts";
import {
  equalsChoices,
  type FormatOptions,
  formatEdits,
  formatOnTypeEdits,
  formatRangeEdits,
  isDialplan,
} from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const formatAnswer: Answer = (subject, offset, argument) => {
  const { text } = subject;
  const options = { dialplan: isDialplan(subject), ...wishes(argument) };
  const typed = /^typed (\S+)/.exec(argument)?.[1];
  const edits =
    typed !== undefined
      ? formatOnTypeEdits(text, offset, typed === "enter" ? "\n" : typed, options)
      : argument.startsWith("range")
        ? formatRangeEdits(text, { start: offset, end: offset }, options)
        : formatEdits(text, options);
  if (edits.length === 0) return "same";
  return applyEdits(text, edits)
    .replace(/\t/g, "→")
    .replace(/[ ]+$/gm, (blanks) => "·".repeat(blanks.length));
};

function wishes(argument: string): Partial<FormatOptions> {
  const blankLines = /blank-lines (\d+)/.exec(argument)?.[1];
  return {
    equals: equalsChoices.find((choice) => argument.includes(choice)),
    ...(blankLines === undefined ? {} : { blankLines: Number(blankLines) }),
    ...(argument.includes("tabs") ? { tabs: true } : {}),
    ...(argument.includes("final-newline") ? { insertFinalNewline: true } : {}),
  };
}
