import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { consequence } from "./words.ts";

export const includeTooDeep: ConfigRule = {
  id: "config/include-too-deep",
  on: "config-fault",
  kinds: ["include-too-deep"],
  effect: "file-rejected",
  summary: "Includes nested deeper than Asterisk follows",
  describe: (fault, context) => {
    const { text, file, ends } = fault;
    const reason =
      text === file.path
        ? `${file.path} includes itself, until ten levels are open`
        : ends === "root"
          ? "Ten broken includes before this one count as open"
          : `${quotedPiece(text)} is more than ten includes deep`;
    const message = `${reason}: ${consequence(fault, context)}`;
    return ends === "nothing" ? { message, effect: "line-ignored" } : { message };
  },
};
