import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const unknownCipher: PjsipFaultRule = {
  id: "pjsip/unknown-cipher",
  on: "pjsip-fault",
  kinds: ["unknown-cipher"],
  effect: "object-rejected",
  summary: "TLS cipher that OpenSSL does not know by this name",
  describe: (fault) => ({
    message: `${quoted(piece(fault))} is not the name of a cipher: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
