import { closest } from "../../text/closest.ts";
import type { SuppressionRule } from "../rule.ts";
import { suppressionStart, suppressionWord } from "./suppression.ts";

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
        if (word.toLowerCase().startsWith(suppressionWord)) {
          const near = /file/i.test(word)
            ? "ignore-file"
            : /section/i.test(word)
              ? "ignore-section"
              : "ignore";
          const text = `${suppressionStart} ${near}`;
          yield {
            file,
            span,
            message: `"${word.slice(0, 80)}" silences nothing; such a comment begins with "${text}"`,
            fixes: [{ title: `Change to "${text}"`, safe: false, edits: [{ file, span, text }] }],
          };
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
