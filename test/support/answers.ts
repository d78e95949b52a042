// What can be asked on the pages in test/features, by the word after "expect". An answer is text: the page shows it.

import type { Subject } from "../../server/src/core/api.ts";
import { foldingAnswer } from "./answer-folding.ts";
import { formatAnswer } from "./answer-format.ts";
import { linksAnswer } from "./answer-links.ts";
import { selectionAnswer } from "./answer-selection.ts";
import { symbolsAnswer } from "./answer-symbols.ts";
import { tokensAnswer } from "./answer-tokens.ts";

/** `offset` is the cursor, `argument` what follows the word on its line. */
export type Answer = (subject: Subject, offset: number, argument: string) => string;

export const answers: Readonly<Record<string, Answer>> = {
  folding: foldingAnswer,
  format: formatAnswer,
  links: linksAnswer,
  selection: selectionAnswer,
  symbols: symbolsAnswer,
  tokens: tokensAnswer,
};
