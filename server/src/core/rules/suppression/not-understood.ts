import { closest } from "../../text/closest.ts";
import type { SuppressionRule } from "../rule.ts";

const words: readonly string[] = ["ignore", "ignore-section", "ignore-file"];

export const suppressionNotUnderstood: SuppressionRule = {
  id: "suppression/not-understood",
  on: "suppression",
  effect: "works-otherwise",
  summary: "Comment that was meant to silence a rule and does not",
  *check({ files }) {
    for (const { odd } of files) {
      for (const { file, word, span } of odd) {
        if (word === "") {
          yield { file, span, message: "The comment names no rule, so nothing is silenced" };
          continue;
        }
        const near = closest(word, words) ?? (/file/i.test(word) ? "ignore-file" : "ignore");
        yield {
          file,
          span,
          message: `"${word.slice(0, 80)}" silences nothing; the words are ignore, ignore-section and ignore-file`,
          fixes: [{ title: `Change to "${near}"`, safe: false, edits: [{ file, span, text: near }] }],
        };
      }
    }
  },
};
