// What a selection at the cursor grows to, a line for each step.

import { selections } from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const selectionAnswer: Answer = (subject, offset) =>
  (selections(subject, [offset])[0] ?? [])
    .map(({ start, end }) => JSON.stringify(subject.text.slice(start, end)).slice(1, -1))
    .join("\n");
