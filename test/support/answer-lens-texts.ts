// "expect lens-texts": what stands above the headers of the file.

import { lensTexts } from "../../server/src/core/api.ts";
import type { Answer } from "./answers.ts";

export const lensTextsAnswer: Answer = (subject) =>
  lensTexts(subject)
    .map(({ span, text }) => `[${subject.text.slice(span.start, span.end)}] ${text}`)
    .join("\n") || "nothing";
