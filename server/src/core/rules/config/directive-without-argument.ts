import { asciiLower } from "../../text/ascii.ts";
import type { ConfigRule } from "../rule.ts";

export const directiveWithoutArgument: ConfigRule = {
  id: "config/directive-without-argument",
  on: "config-fault",
  kinds: ["directive-without-argument"],
  effect: "line-ignored",
  summary: "#include or #exec that names nothing",
  describe: ({ text }) => ({
    message: `"#${text}" names no ${asciiLower(text) === "exec" ? "command" : "file"}: Asterisk skips the line`,
  }),
};
