// The folds of a file: their lines, counted from 1, and what the first says.

import { folds } from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const foldingAnswer: Answer = (subject) => {
  const lines = subject.text.split(/\r?\n/);
  return folds(subject)
    .map(({ first, last, kind }) => `${first + 1}-${last + 1} ${kind}: ${lines[first]?.trim()}`)
    .join("\n");
};
