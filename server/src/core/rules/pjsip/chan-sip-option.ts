import { chanSipOption as oldOption } from "../../catalog/chan-sip.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { nameOf, pieceOf } from "../fix.ts";
import type { Fix, PjsipFaultRule, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, overrides, renamed } from "./words.ts";

export const chanSipOption: PjsipFaultRule = {
  id: "pjsip/chan-sip-option",
  on: "pjsip-fault",
  kinds: ["chan-sip-option"],
  effect: "object-rejected",
  summary: "Option of chan_sip, which PJSIP does not know",
  describe: (fault, context) => ({
    message: `${quoted(name(fault))} is an option of chan_sip: ${consequence(fault)}${how(fault)}`,
    fixes: fault.judgement.replacement === undefined ? severalLines(fault, context) : oneLine(fault, context),
  }),
};

/** What to write instead, as the end of the sentence. */
function how(fault: PjsipFault): string {
  const sentences = (fault.judgement.expected ?? "").replace(/\.$/, "").split(". ");
  const text = sentences.map((sentence) => sentence.replace(/^[A-Z](?=[a-z])/, asciiLower)).join("; ");
  return text === "" ? "" : `; in PJSIP: ${text}`;
}

/** The line that does the same: another name and, where that takes other words, another value. */
function oneLine(fault: PjsipFault, context: RuleContext): readonly Fix[] {
  const { option, replacement = "", replacementValue: value } = fault.judgement;
  if (value === undefined) return renamed(fault, context);
  if (option === undefined || overrides(fault, context)) return [];
  const place = nameOf(option);
  const old = pieceOf(option, 0, option.value.length);
  if (place === undefined || old === undefined) return [];
  const edits = [
    { ...place, text: replacement },
    { ...old, text: value },
  ];
  return [{ title: `Change to ${quoted(`${replacement} = ${value}`)}`, safe: true, edits }];
}

/** The lines that together do the same, where all of them belong into this object. */
function severalLines(fault: PjsipFault, { catalog }: RuleContext): readonly Fix[] {
  const { option } = fault.judgement;
  if (option === undefined || option.name !== option.line.name || option.appends.length > 0) return [];
  const values = Object.entries(oldOption(option.name)?.values ?? {});
  const lines = values.find(([value]) => value === asciiLower(option.value))?.[1] ?? [];
  const type = catalog.types.get(fault.type);
  const pairs = lines.map((line) => line.split("=", 2));
  if (pairs.length === 0 || !pairs.every(([word = ""]) => type?.option(word) !== undefined)) return [];
  const { file, span } = valuePlace(option);
  const { text } = file.lines;
  const { start } = fault.span;
  const between = text.slice(fault.span.end, span.start);
  const indent = /[ \t]*$/.exec(text.slice(option.line.start, start))?.[0] ?? "";
  const newline = text.charAt(option.line.end - 1) === "\r" ? "\r\n" : "\n";
  const written = pairs.map(([word = "", value = ""]) => `${word}${between}${value}`).join(newline + indent);
  const edits = [{ file, span: { start, end: span.end }, text: written }];
  return [{ title: `Write ${pairs.map(([word = ""]) => word).join(", ")}`, safe: false, edits }];
}
