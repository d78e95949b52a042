import type { PjsipFaultRule } from "../rule.ts";
import { choices, name, piece, quoted, replacements } from "./words.ts";

export const ignoredWord: PjsipFaultRule = {
  id: "pjsip/ignored-word",
  on: "pjsip-fault",
  kinds: ["ignored-word", "ignored-mechanism", "ignored-codec-preference", "padded-identifier"],
  effect: "works-otherwise",
  summary: "Word that Asterisk leaves out without a message",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not a value of ${quoted(name(fault))}${choices(fault)}: Asterisk leaves it out without a message`,
    fixes: replacements(fault),
  }),
};
