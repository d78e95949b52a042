import { isPjsipFile } from "../../catalog/files.ts";
import type { ConfigFault } from "../../config/fault.ts";
import { asciiLower } from "../../text/ascii.ts";
import { isSipName } from "../chan-sip/sip-sections.ts";
import type { ConfigRule, RuleContext } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { spoiledByMark } from "./byte-order-mark.ts";
import { consequence } from "./words.ts";

export const optionOutsideSection: ConfigRule = {
  id: "config/option-outside-section",
  on: "config-fault",
  kinds: ["option-outside-section"],
  effect: "file-rejected",
  summary: "Line before the first section header",
  describe: (fault, context) => {
    // What we could not read before it may have opened a section.
    if (fault.unreadBefore) return undefined;
    const then = consequence(fault, context);
    if (isUtf16(fault.file.lines.text))
      return { message: `The file is UTF-16, which Asterisk cannot read: ${then}` };
    const mark = spoiledByMark(fault);
    return mark === undefined
      ? { message: `${quotedPiece(fault.text)} stands before any [section]: ${then}${ofSip(fault, context)}` }
      : { message: `${mark.reason}, and no [section] is open: ${then}`, fixes: [mark.fix] };
  },
};

/** Lines of sip.conf stand here where somebody pasted them: register strings, and peer details without a name. */
function ofSip({ text }: ConfigFault, { catalog, root }: RuleContext): string {
  if (!isPjsipFile(root) || !isSipName(text, catalog)) return "";
  return asciiLower(text) === "register"
    ? "; the line is one of sip.conf, and becomes a section of type registration in PJSIP"
    : "; this is a device of sip.conf, which becomes an endpoint, an aor and an identify in PJSIP";
}

/** The bytes FF FE or FE FF, neither of which is UTF-8. */
function isUtf16(text: string): boolean {
  return text.startsWith("\udcff\udcfe") || text.startsWith("\udcfe\udcff");
}
