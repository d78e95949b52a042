import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { choices, forWhom, name, piece, replacements } from "./words.ts";

export const ignoredWord: PjsipFaultRule = {
  id: "pjsip/ignored-word",
  on: "pjsip-fault",
  kinds: ["ignored-word", "ignored-mechanism", "ignored-codec-preference", "padded-identifier"],
  effect: "works-otherwise",
  summary: "Word that Asterisk leaves out without a message",
  describe: (fault) => ({
    message:
      fault.kind === "padded-identifier"
        ? `The blanks belong to the word ${quoted(piece(fault))}: Asterisk does not recognize it and leaves it out without a message`
        : `${quoted(piece(fault))} is not a value of ${quoted(name(fault))}${words(fault)}: Asterisk leaves it out without a message${forWhom(fault)}`,
    fixes: replacements(fault),
  }),
};

function words(fault: PjsipFault): string {
  if (fault.kind === "ignored-mechanism")
    return " (none, msrp-tls, sdes-srtp, dtls-srtp, each with an optional q)";
  if (fault.kind === "ignored-codec-preference") return " (prefer, operation, keep, transcode)";
  return choices(fault);
}
