import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { consequence } from "./words.ts";

export const invalidFilter: ConfigRule = {
  id: "config/invalid-filter",
  on: "config-fault",
  kinds: ["invalid-filter"],
  effect: "file-rejected",
  summary: "Filter of (+) that is no regular expression",
  describe: (fault, context) => {
    const { file, span } = fault;
    const item = file.lines.text.slice(span.start, span.end);
    return {
      message: `The filter ${quotedPiece(item)} is no valid regular expression: ${consequence(fault, context)}`,
    };
  },
};
