import type { ConfigOption } from "../../config/section.ts";
import { lineRemoved, pieceOf } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";
import { name, objects, relatedLines } from "./words.ts";

export const repeatedListOption: PjsipFaultRule = {
  id: "pjsip/repeated-list-option",
  on: "pjsip-fault",
  kinds: ["repeated-list-option"],
  effect: "works-otherwise",
  summary: "List that a second line replaces instead of extending",
  describe: (fault) => {
    const { option, related } = fault.judgement;
    const [later] = related;
    if (option === undefined || later === undefined) return undefined;
    const lost = `${objects(fault)} does not get ${quoted(option.value)}`;
    if (isMade(later)) return { message: `a wizard sets ${quoted(name(fault))} itself: ${lost}` };
    return {
      message: `${quoted(name(fault))} comes again in ${lineOf(later, fault.file)} and replaces this list: ${lost}`,
      related: relatedLines(fault, "this list counts"),
      fixes: joined(option, later),
    };
  },
};

/** Whether a wizard made the option out of a line that says something else. */
function isMade({ name, line }: ConfigOption): boolean {
  return line.name !== name && !line.name.endsWith(`/${name}`);
}

/** Writes both lists into the later line. */
function joined(option: ConfigOption, later: ConfigOption): Fix[] {
  const removed = lineRemoved(option);
  const place = pieceOf(later, 0, later.value.length);
  const text = `${option.value},`.replaceAll(";", "\\;");
  if (removed === undefined || place === undefined) return [];
  const start = { file: place.file, span: { start: place.span.start, end: place.span.start }, text };
  return [{ title: "Join the two lists", safe: false, edits: [removed, start] }];
}
