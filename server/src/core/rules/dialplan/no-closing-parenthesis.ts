import { pieceOf, writtenAt } from "../fix.ts";
import type { DialplanFaultRule } from "../rule.ts";
import { behindValue } from "./words.ts";

export const noClosingParenthesis: DialplanFaultRule = {
  id: "dialplan/no-closing-parenthesis",
  on: "dialplan-fault",
  kinds: ["unclosed-arguments"],
  effect: "works-otherwise",
  summary: "Application whose parenthesis is not closed",
  describe: ({ option, end }) => {
    const comment = behindValue(option);
    if (/^[ \t]*;.*\)/.test(comment)) {
      const at = pieceOf(option, end, end);
      const semicolon = at === undefined ? undefined : at.span.end + comment.indexOf(";");
      return {
        message:
          'A ";" begins a comment, which cuts the arguments off before their ")": Asterisk keeps what stands before it; write "\\;"',
        fixes:
          at === undefined || semicolon === undefined
            ? []
            : [
                {
                  title: 'Write "\\;"',
                  safe: false,
                  edits: [{ file: at.file, span: { start: semicolon, end: semicolon }, text: "\\" }],
                },
              ],
      };
    }
    const at = pieceOf(option, end, end);
    return {
      message: 'The closing ")" is missing: Asterisk warns, and takes all the rest of the line for arguments',
      // The arguments stay what they are.
      fixes: writtenAt(at, ")", 'Add ")"', true),
    };
  },
};
