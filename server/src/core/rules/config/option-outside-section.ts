import type { ConfigFault } from "../../config/fault.ts";
import type { ConfigRule } from "../rule.ts";
import { consequence, quoted } from "./wording.ts";

export const optionOutsideSection: ConfigRule = {
  id: "config/option-outside-section",
  on: "config-fault",
  kinds: ["option-outside-section"],
  effect: "file-rejected",
  summary: "Line before the first section header",
  describe: (fault, context) => {
    // What we could not read may have opened a section.
    if (context.load.partial) return undefined;
    const then = consequence(fault, context);
    const { file, span, text } = fault;
    if (isUtf16(file.lines.text))
      return { message: `The file is UTF-16, which Asterisk cannot read: ${then}` };
    if (!text.startsWith("\ufeff"))
      return { message: `${quoted(text)} stands before any [section]: ${then}` };
    const mark = { start: span.start, end: span.start + 1 };
    return {
      message: `A byte-order mark hides ${quoted(text.slice(1))}, and no other [section] is open: ${then}`,
      fixes: [{ title: "Remove the byte-order mark", safe: true, edits: [{ file, span: mark, text: "" }] }],
    };
  },
};

/** The bytes FF FE or FE FF, neither of which is UTF-8. */
function isUtf16(text: ConfigFault["text"]): boolean {
  return text.startsWith("\udcff\udcfe") || text.startsWith("\udcfe\udcff");
}
