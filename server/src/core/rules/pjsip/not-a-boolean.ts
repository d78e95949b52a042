import type { PjsipFaultRule } from "../rule.ts";
import { piece, quoted, replacements } from "./words.ts";

export const notABoolean: PjsipFaultRule = {
  id: "pjsip/not-a-boolean",
  on: "pjsip-fault",
  kinds: ["not-a-boolean"],
  effect: "works-otherwise",
  summary: "Word that is neither yes nor no and silently means no",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is no word for yes or no: Asterisk takes it for no without a message`,
    fixes: replacements(fault),
  }),
};
