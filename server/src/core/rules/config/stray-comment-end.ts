import { trimBlanks } from "../../text/ascii.ts";
import type { ConfigRule } from "../rule.ts";

export const strayCommentEnd: ConfigRule = {
  id: "config/stray-comment-end",
  on: "config-fault",
  kinds: ["stray-comment-end"],
  effect: "line-ignored",
  summary: 'A "--;" that closes no block comment',
  describe: ({ file, span }) => {
    const { text, comments } = file.lines;
    const before = text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start);
    const alone = trimBlanks(before).replace(/-+$/, "") === "";
    const until = comments.depth < 0 ? "to the end of the file" : 'up to a later ";--"';
    const semicolon = span.end - 1;
    return {
      message: `"--;" closes no block comment: Asterisk ignores every line after this one ${until}`,
      // As "\;" the line keeps the value that it has now.
      fixes: alone
        ? [{ title: 'Remove the "--;"', safe: false, edits: [{ file, span, text: "" }] }]
        : [
            {
              title: 'Write "--\\;"',
              safe: false,
              edits: [{ file, span: { start: semicolon, end: semicolon }, text: "\\" }],
            },
          ],
    };
  },
};
