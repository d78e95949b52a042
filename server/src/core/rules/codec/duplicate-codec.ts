import type { PjsipFault } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { piece, withoutItem } from "../pjsip/words.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const duplicateCodec: PjsipFaultRule = {
  id: "codec/duplicate-codec",
  on: "pjsip-fault",
  kinds: ["duplicate-codec"],
  effect: "redundant",
  summary: "Codec that is in the list already",
  describe: (fault) => {
    const start = `${quoted(piece(fault))} is in the list already`;
    const [, framing] = parts(piece(fault));
    if (framing === undefined || framing === firstFraming(fault)) {
      const message = `${start}: Asterisk passes over the second one`;
      return { message, fixes: withoutItem(fault, "Remove the second one", true) };
    }
    return {
      message: `${start}: Asterisk passes over it, and its packet length of ${framing} ms with it`,
      effect: "works-otherwise",
      fixes: withoutItem(fault, "Remove the second one", false),
    };
  },
};

/** The packet length that the codec got where it was named first. */
function firstFraming(fault: PjsipFault): string | undefined {
  const { option, start } = fault.judgement;
  const [wanted] = parts(piece(fault));
  const before = (option?.value.slice(0, start) ?? "").split(/[,|]/).map(parts);
  return before.findLast(([name]) => name === wanted)?.[1];
}

function parts(item: string): readonly [string, string | undefined] {
  const [name = "", framing] = asciiLower(item)
    .trim()
    .replace(/^[(!]+/, "")
    .split(":");
  return [name, framing === "" ? undefined : framing];
}
