// Words that the messages of several rules share.

import type { LoadedFile } from "../../config/load.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import type { Fix } from "../rule.ts";

/** A name or value as typed, in quotes, cut where it is long. */
export function quoted(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}..."` : `"${text}"`;
}

/** `a` or `an`, and the word. */
export function aOrAn(word: string): string {
  return `${/^[aeio]/.test(word) ? "an" : "a"} ${word}`;
}

/** What becomes of the objects that have a fault: "Asterisk drops endpoint "6001"". */
export function consequence(fault: PjsipFault): string {
  return fault.judgement.rejects ? `Asterisk drops ${objects(fault)}` : `this is what ${objects(fault)} gets`;
}

/** The objects that have a fault: one by its name, many by their number. */
export function objects(fault: PjsipFault): string {
  const [first = "", ...rest] = fault.ids;
  if (fault.hits === 1) return `${fault.type} ${quoted(first)}`;
  if (fault.hits === 2) return `${fault.type} ${quoted(first)} and ${quoted(rest[0] ?? "")}`;
  return `all ${fault.hits} objects of type ${fault.type} that inherit it (${quoted(first)}, ${quoted(rest[0] ?? "")}, ...)`;
}

/** The wrong piece as typed; of a secret option only stars. */
export function piece(fault: PjsipFault): string {
  const { option, start, end } = fault.judgement;
  if (option === undefined) return "";
  if (fault.spec?.secret === true) return "***";
  return option.value.slice(start, end);
}

/** Fixes that put another text in the place of the fault: the certain one, or else the likely one. */
export function replacements(fault: PjsipFault): readonly Fix[] {
  const { replacement, suggestion } = fault.judgement;
  const text = replacement ?? suggestion;
  if (text === undefined) return [];
  const title = text === "" ? "Remove it" : `Change to ${quoted(text)}`;
  return [{ title, safe: replacement !== undefined, edits: [{ file: fault.file, span: fault.span, text }] }];
}

/** "line 12", or "line 12 of conf.d/a.conf" where that is another file than `from`. */
export function lineOf(
  place: { readonly line: { readonly number: number }; readonly file: LoadedFile },
  from: LoadedFile,
): string {
  const { line, file } = place;
  return file.path === from.path ? `line ${line.number}` : `line ${line.number} of ${file.path}`;
}

/** The option's name as typed; empty where the fault is about the section as a whole. */
export function name(fault: PjsipFault): string {
  return fault.judgement.option?.name ?? "";
}

/** " (one of a, b or c)" where the option has few words to choose from. */
export function choices(fault: PjsipFault): string {
  const values = fault.spec?.values ?? [];
  return values.length === 0
    ? ""
    : ` (${values.join(", ")}${fault.spec?.alsoBoolean === true ? ", or a word for yes or no" : ""})`;
}

/** "a number from 0 to 86400". */
export function numbers(fault: PjsipFault): string {
  const { min, max, kind } = fault.spec ?? {};
  if (kind === "double" || min === undefined || max === undefined) return "a number";
  return max >= 2147483647
    ? min < 0
      ? "a whole number"
      : `a whole number from ${min} up`
    : `a whole number from ${min} to ${max}`;
}

/** "; write password_digest instead". */
export function instead(fault: PjsipFault): string {
  const use = fault.spec?.deprecated?.use ?? fault.judgement.expected;
  return use === undefined ? "" : `; write ${quoted(use)} instead`;
}

/** " (it came with 22.8.0)" for an option of other versions. */
export function since(fault: PjsipFault): string {
  return fault.judgement.expected === undefined ? "" : ` (it came with ${fault.judgement.expected})`;
}
