import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { consequence } from "./words.ts";

export const invalidEscape: ConfigRule = {
  id: "config/invalid-escape",
  on: "config-fault",
  kinds: ["invalid-escape"],
  effect: "file-rejected",
  summary: "Line that starts with a backslash and nothing it could escape",
  describe: (fault, context) => {
    const { file, span, text } = fault;
    const next = text.slice(1, 2);
    const before =
      next === "" ? "nothing" : next.charCodeAt(0) < 33 ? "a blank" : "a character outside ASCII";
    const backslash = { start: span.start, end: span.start + 1 };
    return {
      message: `${quotedPiece(text)} starts with a backslash before ${before}: ${consequence(fault, context)}`,
      fixes: [{ title: "Remove the backslash", safe: false, edits: [{ file, span: backslash, text: "" }] }],
    };
  },
};
