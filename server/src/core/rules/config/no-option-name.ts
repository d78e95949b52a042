import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";

export const noOptionName: ConfigRule = {
  id: "config/no-option-name",
  on: "config-fault",
  kinds: ["no-option-name"],
  effect: "line-ignored",
  summary: "Value without an option name",
  describe: ({ text }) => ({
    message: `${quotedPiece(text)} has no name before the "=": Asterisk skips the line`,
  }),
};
