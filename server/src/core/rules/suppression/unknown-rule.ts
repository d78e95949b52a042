import type { SuppressionRule } from "../rule.ts";

export const unknownSuppressedRule: SuppressionRule = {
  id: "suppression/unknown-rule",
  on: "suppression",
  effect: "works-otherwise",
  summary: "Comment that silences a rule which does not exist",
  *check(use) {
    for (const { all } of use.files) {
      for (const { file, names } of all) {
        for (const { text, span } of names) {
          if (use.isKnown(text)) continue;
          const near = use.nearest(text);
          const guess = near === undefined ? "" : ` (did you mean "${near}"?)`;
          yield {
            file,
            span,
            message: `There is no rule "${text.slice(0, 80)}"${guess}, so nothing is silenced`,
            fixes:
              near === undefined
                ? []
                : [{ title: `Change to "${near}"`, safe: false, edits: [{ file, span, text: near }] }],
          };
        }
      }
    }
  },
};
