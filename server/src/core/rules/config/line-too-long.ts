import { maximumLineBytes } from "../../syntax/read-lines.ts";
import { trimBlanks } from "../../text/ascii.ts";
import { byteLength } from "../../text/bytes.ts";
import type { ConfigRule } from "../rule.ts";

export const lineTooLong: ConfigRule = {
  id: "config/line-too-long",
  on: "config-fault",
  kinds: ["line-too-long"],
  effect: "line-ignored",
  summary: "Line longer than Asterisk reads",
  describe: ({ file, span }) => {
    const line = trimBlanks(file.lines.text.slice(span.start, span.end));
    const bytes = byteLength(file.lines.text, span.start, span.end);
    // Nothing is lost of a comment, unless a block was to open or close in it.
    if (line.startsWith(";") && !line.includes("--")) {
      return {
        message: `This comment has ${bytes} bytes: Asterisk warns of every line that has more than ${maximumLineBytes}`,
        effect: "redundant",
      };
    }
    return {
      message: `This line has ${bytes} bytes: Asterisk reads at most ${maximumLineBytes} and skips all of it`,
    };
  },
};
