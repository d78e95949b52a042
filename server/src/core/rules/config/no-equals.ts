import type { ConfigRule } from "../rule.ts";
import { quoted } from "./wording.ts";

export const noEquals: ConfigRule = {
  id: "config/no-equals",
  on: "config-fault",
  kinds: ["no-equals"],
  effect: "line-ignored",
  summary: "Line without an equals sign",
  describe: ({ text, file, span }) => {
    if (!text.startsWith("\ufeff")) return { message: `${quoted(text)} has no "=": Asterisk skips the line` };
    // Of the files that one wildcard matches only the first may begin with a byte-order mark.
    const mark = { start: span.start, end: span.start + 1 };
    return {
      message: `A byte-order mark hides ${quoted(text.slice(1))}: Asterisk sees no "=" and skips the line`,
      fixes: [{ title: "Remove the byte-order mark", safe: true, edits: [{ file, span: mark, text: "" }] }],
    };
  },
};
