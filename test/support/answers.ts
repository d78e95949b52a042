// What can be asked on the pages in test/features, by the word after "expect". An answer is text: the page shows it.

import type { Subject } from "../../server/src/core/api.ts";
import { completionAnswer } from "./answer-completion.ts";
import { cursorAnswer } from "./answer-cursor.ts";
import { documentation } from "./answer-documentation.ts";
import { effective } from "./answer-effective.ts";
import { explain } from "./answer-explain.ts";
import { hover } from "./answer-hover.ts";
import { inlayHintsAnswer } from "./answer-inlay-hints.ts";
import { lensTextsAnswer } from "./answer-lens-texts.ts";
import { signatureAnswer } from "./answer-signature.ts";

/** `offset` is the cursor, `argument` what follows the word on its line. */
export type Answer = (subject: Subject, offset: number, argument: string) => string;

export const answers: Readonly<Record<string, Answer>> = {
  completion: completionAnswer,
  cursor: cursorAnswer,
  documentation,
  signature: signatureAnswer,
  effective,
  explain,
  hover,
  "inlay-hints": inlayHintsAnswer,
  "lens-texts": lensTextsAnswer,
};
