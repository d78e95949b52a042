// What can be asked on the pages in test/features, by the word after "expect". An answer is text: the page shows it.

import type { Subject } from "../../server/src/core/api.ts";
import { actionAnswer, actionsAnswer, matchAnswer } from "./answer-actions.ts";
import { completionAnswer } from "./answer-completion.ts";
import { cursorAnswer } from "./answer-cursor.ts";
import { documentation } from "./answer-documentation.ts";
import { effective } from "./answer-effective.ts";
import { explain } from "./answer-explain.ts";
import { foldingAnswer } from "./answer-folding.ts";
import { formatAnswer } from "./answer-format.ts";
import { hover } from "./answer-hover.ts";
import { inlayHintsAnswer } from "./answer-inlay-hints.ts";
import { linksAnswer } from "./answer-links.ts";
import {
  callsAnswer,
  definitionAnswer,
  highlightAnswer,
  lensAnswer,
  prepareAnswer,
  referencesAnswer,
  renameAnswer,
  workspaceSymbolsAnswer,
} from "./answer-navigation.ts";
import { selectionAnswer } from "./answer-selection.ts";
import { signatureAnswer } from "./answer-signature.ts";
import { symbolsAnswer } from "./answer-symbols.ts";
import { tokensAnswer } from "./answer-tokens.ts";

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
  "workspace-symbols": workspaceSymbolsAnswer,
  completion: completionAnswer,
  cursor: cursorAnswer,
  documentation,
  signature: signatureAnswer,
  effective,
  explain,
  hover,
  "inlay-hints": inlayHintsAnswer,
  action: actionAnswer,
  actions: actionsAnswer,
  match: matchAnswer,
  folding: foldingAnswer,
  format: formatAnswer,
  links: linksAnswer,
  selection: selectionAnswer,
  symbols: symbolsAnswer,
  tokens: tokensAnswer,
};
