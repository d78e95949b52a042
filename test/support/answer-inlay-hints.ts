// "expect inlay-hints": the file with its hints in ⟨brackets⟩; words behind it name the kinds that are switched on.

import { allInlayHints, inlayHints } from "../../server/src/core/api.ts";
import type { Answer } from "./answers.ts";

export const inlayHintsAnswer: Answer = (subject, offset, argument) => {
  const wanted = (kind: string): boolean => argument === "" || argument.split(" ").includes(kind);
  const kinds = Object.fromEntries(Object.keys(allInlayHints).map((kind) => [kind, wanted(kind)]));
  const { text } = subject;
  // From the cursor on, where there is one.
  const span = { start: offset, end: text.length };
  let shown = "";
  let from = 0;
  for (const hint of inlayHints(subject, span, { ...allInlayHints, ...kinds })) {
    shown += `${text.slice(from, hint.offset)}⟨${hint.text}⟩`;
    from = hint.offset;
  }
  return shown + text.slice(from);
};
