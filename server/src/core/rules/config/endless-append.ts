import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";

export const endlessAppend: ConfigRule = {
  id: "config/endless-append",
  on: "config-fault",
  kinds: ["endless-append"],
  effect: "file-rejected",
  summary: "Section that is added to itself",
  describe: ({ text, span, file }, { root }) => {
    const comma = { start: span.start - 1, end: span.end };
    return {
      message: `Adding ${quotedPiece(text)} to itself never ends: Asterisk hangs while it reads ${root} and eats memory until it is killed`,
      fixes:
        file.lines.text[span.start - 1] === ","
          ? [
              {
                title: `Do not inherit from "${text}"`,
                safe: false,
                edits: [{ file, span: comma, text: "" }],
              },
            ]
          : [],
    };
  },
};
