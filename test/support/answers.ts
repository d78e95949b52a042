// What can be asked on the pages in test/features, by the word after "expect". An answer is text: the page shows it.

import type { Subject } from "../../server/src/core/api.ts";
import {
  callsAnswer,
  definitionAnswer,
  highlightAnswer,
  lensAnswer,
  prepareAnswer,
  referencesAnswer,
  renameAnswer,
  symbolsAnswer,
} from "./answer-navigation.ts";

/** `offset` is the cursor, `argument` what follows the word on its line. */
export type Answer = (subject: Subject, offset: number, argument: string) => string;

export const answers: Readonly<Record<string, Answer>> = {
  calls: callsAnswer,
  definition: definitionAnswer,
  highlight: highlightAnswer,
  lens: lensAnswer,
  "prepare-rename": prepareAnswer,
  references: referencesAnswer,
  rename: renameAnswer,
  "workspace-symbols": symbolsAnswer,
};
