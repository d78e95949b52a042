import type { SuppressionRule } from "../rule.ts";
import { withoutComment } from "./unused.ts";

export const forbiddenSuppression: SuppressionRule = {
  id: "suppression/forbidden",
  on: "suppression",
  isAboutPolicy: true,
  effect: "works-otherwise",
  profile: "minimal",
  summary: "Comment that silences a rule where the settings do not allow that",
  *check({ files, policy }) {
    if (policy !== "forbid") return;
    for (const { all } of files) {
      for (const suppression of all) {
        const { file, comment: span } = suppression;
        yield {
          file,
          span,
          message: "Comments may not silence rules here, so this one does not",
          fixes: [{ title: "Remove the comment", safe: false, edits: [withoutComment(suppression)] }],
        };
      }
    }
  },
};
