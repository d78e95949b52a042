import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, meant, piece, replacements } from "./words.ts";

export const unknownCipher: PjsipFaultRule = {
  id: "pjsip/unknown-cipher",
  on: "pjsip-fault",
  kinds: ["unknown-cipher"],
  effect: "object-rejected",
  summary: "TLS cipher that OpenSSL does not know by this name",
  describe: (fault) => ({
    message: `${trouble(fault)}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};

function trouble(fault: PjsipFault): string {
  const { option, start } = fault.judgement;
  const before = option?.value.slice(0, start).split(",").length ?? 0;
  return before > 64
    ? `${quoted(piece(fault))} comes after 64 ciphers, and more are not allowed`
    : `${quoted(piece(fault))} is not the name of a cipher${meant(fault)}`;
}
