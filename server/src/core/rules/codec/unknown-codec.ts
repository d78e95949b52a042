import { codecMissingReason } from "../../catalog/codecs.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { consequence, meant, piece, replacements } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unknownCodec: PjsipFaultRule = {
  id: "codec/unknown-codec",
  on: "pjsip-fault",
  kinds: ["unknown-codec"],
  effect: "object-rejected",
  summary: "Codec name that Asterisk does not know",
  describe: (fault) => ({
    message: `${trouble(fault)}: ${consequence(fault)}`,
    fixes: missingReason(fault) === undefined ? replacements(fault) : [],
  }),
};

function trouble(fault: PjsipFault): string {
  const written = quoted(piece(fault));
  const { replacement } = fault.judgement;
  const bare = piece(fault).trim();
  if (asciiLower(bare) === replacement) return `No blank may touch the name ${quoted(bare)} here`;
  if (replacement !== undefined) return `The name of this codec is ${quoted(replacement)}, not ${written}`;
  const reason = missingReason(fault)?.replace(/\.$/, "");
  return reason === undefined
    ? `${written} is not the name of a codec${meant(fault)}`
    : `${written} is not the name of a codec (${reason})`;
}

/** Why there is no such codec, where that is known. */
function missingReason(fault: PjsipFault): string | undefined {
  return codecMissingReason(asciiLower(piece(fault).trim()));
}
