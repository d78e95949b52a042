import type { PjsipFault } from "../../pjsip/model.ts";
import { pieceOf } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { forWhom, piece } from "./words.ts";

export const missingLooseRoute: PjsipFaultRule = {
  id: "pjsip/missing-loose-route",
  on: "pjsip-fault",
  kinds: ["missing-loose-route"],
  effect: "works-otherwise",
  summary: "Outbound proxy without the lr parameter",
  describe: (fault) => {
    // Where it is there but cut off by its ";", that is the mistake (cut-value).
    if (isCutOff(fault)) return undefined;
    return {
      message: `${quoted(piece(fault))} has no "\\;lr": Asterisk routes strictly, which most proxies do not understand${forWhom(fault)}`,
      fixes: fixes(fault),
    };
  },
};

function isCutOff({ file, span }: PjsipFault): boolean {
  return /^>?[^\n]*;lr\b/i.test(file.lines.text.slice(span.end, span.end + 200));
}

/** Puts it behind the URI, inside angle brackets where there are some. */
function fixes(fault: PjsipFault): readonly Fix[] {
  const { option } = fault.judgement;
  const uri = /^(?:<sips?:[^<>?\s,]+(?=>$)|sips?:[^<>?\s,]+$)/i.exec(option?.value ?? "")?.[0];
  if (option === undefined || uri === undefined) return [];
  const last = pieceOf(option, uri.length - 1, uri.length);
  if (last === undefined) return [];
  const { file, span } = last;
  const edits = [{ file, span: { start: span.end, end: span.end }, text: "\\;lr" }];
  return [{ title: 'Add "\\;lr"', safe: false, edits }];
}
