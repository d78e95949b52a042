// Words and fixes that the rules about faults of pjsip.conf share.

import { type AsteriskVersion, has } from "../../catalog/version.ts";
import { namePlace, type Place } from "../../config/option-span.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import { asciiLower, isBlank } from "../../text/ascii.ts";
import { fixOf, lineRemoved, nameOf, pieceOf, writtenAt } from "../fix.ts";
import type { Fix, Related, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";

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
  const place = writtenPlace(fault);
  if (text === undefined || place === undefined) return [];
  const title = text === "" ? "Remove it" : `Change to ${quoted(text)}`;
  return [{ title, safe: replacement !== undefined, edits: [{ ...place, text }] }];
}

/** Fixes that give an option its right name, where no line beside it works under that name already. */
export function renamed(fault: PjsipFault, context: RuleContext): readonly Fix[] {
  return overrides(fault, context) ? [] : replacements(fault);
}

/** Whether an option under its right name would take the place of another line; lines that add up never do. */
export function overrides({ type, section, judgement }: PjsipFault, { catalog }: RuleContext): boolean {
  const { option, replacement, suggestion } = judgement;
  const name = replacement ?? suggestion ?? "";
  if (catalog.types.get(type)?.option(name)?.occurrence === "accumulate") return false;
  const written = option?.line.name ?? "";
  const wanted = asciiLower(written.slice(0, written.lastIndexOf("/") + 1) + name);
  return section.options.some(
    (other) => other.line !== option?.line && asciiLower(other.line.name) === wanted,
  );
}

/** Where the wrong name or piece is written as it is; undefined where a wizard made it or "+=" cuts it in two. */
function writtenPlace(fault: PjsipFault): Place | undefined {
  const { option, part, start, end } = fault.judgement;
  if (option === undefined) return undefined;
  return part === "value" ? pieceOf(option, start, end) : nameOf(option);
}

/** Removes the item of a list that a fault is about, with one separator. Not the only one. */
export function withoutItem(fault: PjsipFault, title: string, safe: boolean): readonly Fix[] {
  const { option, start, end } = fault.judgement;
  if (option === undefined) return [];
  const { value } = option;
  let from = start;
  let to = end;
  while (from > 0 && isBlank(value.charCodeAt(from - 1))) from--;
  if (from > 0) {
    from--;
    while (to === value.length && from > 0 && isBlank(value.charCodeAt(from - 1))) from--;
  } else {
    while (to < value.length && isBlank(value.charCodeAt(to))) to++;
    if (to === value.length) return [];
    do to++;
    while (to < value.length && isBlank(value.charCodeAt(to)));
  }
  const place = pieceOf(option, from, to);
  return writtenAt(place, "", title, safe);
}

/** Removes the second of two equal items, with its line where it stands alone there. */
export function withoutSecond(fault: PjsipFault): readonly Fix[] {
  // A line that an object takes over may be its only one elsewhere.
  if (fault.inherited) return [];
  const { option } = fault.judgement;
  return option !== undefined && !option.value.includes(",")
    ? withoutLine(fault, true)
    : withoutItem(fault, "Remove the second one", true);
}

/** Removes the whole line of the option that a fault is about. */
export function withoutLine(fault: PjsipFault, safe: boolean): readonly Fix[] {
  const { option } = fault.judgement;
  const edit = option === undefined ? undefined : lineRemoved(option);
  return fixOf(edit, "Remove the line", safe);
}

/** " for all 3 objects of type endpoint that inherit it (...)", or nothing where only one object has the fault. */
export function forWhom(fault: PjsipFault): string {
  return fault.hits === 1 ? "" : ` for ${objects(fault)}`;
}

/** The other lines that a fault has to do with. */
export function relatedLines(fault: PjsipFault, message: string): readonly Related[] {
  return fault.judgement.related.map((option) => ({ ...namePlace(option), message }));
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

/** " (did you mean "context"?)". */
export function meant(fault: PjsipFault): string {
  const text = fault.judgement.replacement ?? fault.judgement.suggestion;
  return text === undefined ? "" : ` (did you mean ${quoted(text)}?)`;
}

/** "a, b or c": the words that an option takes in a version. */
export function possibleWords(fault: PjsipFault, version: AsteriskVersion): string {
  const { values = [], valuesIntroduced = {}, alsoBoolean } = fault.spec ?? {};
  const words = values.filter((word) => has(valuesIntroduced[word], version));
  if (alsoBoolean === true) words.push("any word for yes or no");
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`;
}
