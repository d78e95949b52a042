import type { ConfigRule, Description, Fix } from "../rule.ts";

export const unterminatedComment: ConfigRule = {
  id: "config/unterminated-comment",
  on: "config-fault",
  kinds: ["unterminated-comment"],
  effect: "line-ignored",
  summary: "Block comment that is never closed",
  describe: ({ file, span }) => {
    const rest = file.lines.text.slice(span.start, span.start + 200).split("\n", 1)[0] ?? "";
    if (rest.startsWith(";--;")) {
      const semicolon = { start: span.start, end: span.start + 1 };
      return words('";--;" opens a block comment and does not close it', {
        title: "Make it a comment of one line",
        safe: false,
        edits: [{ file, span: semicolon, text: "; " }],
      });
    }
    const closing = /^;--.*[^-;]--(?=\s*$)/.exec(rest);
    if (closing !== null) {
      const at = span.start + closing[0].length;
      return words('This block comment ends in "--" where it takes "--;"', {
        title: 'Close it with "--;"',
        safe: false,
        edits: [{ file, span: { start: at, end: at }, text: ";" }],
      });
    }
    return words('No "--;" closes this block comment', undefined);
  },
};

function words(reason: string, fix: Fix | undefined): Description {
  return {
    message: `${reason}: Asterisk ignores everything from here to the end of the file`,
    fixes: fix === undefined ? [] : [fix],
  };
}
