// Words and edits that the rules about lines of extensions.conf share.

import type { ConfigLoad } from "../../config/load.ts";
import { namePlace, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import type { DialplanFault } from "../../dialplan/fault.ts";
import type { Context, Extension } from "../../dialplan/model.ts";
import { extensionKey } from "../../dialplan/pattern/compare.ts";
import { fixOf, lineRemoved, nameOf, pieceOf, writtenAt } from "../fix.ts";
import type { Fix, Related } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";

/** The piece of the line that a fault is about, as it is written. */
export function faulty({ option, part, start, end }: DialplanFault): string {
  return part === "name" ? option.name : option.value.slice(start, end);
}

/** A fix that puts another text in the place of the fault; none where just that is not written anywhere. */
export function replaced(fault: DialplanFault, text: string, title: string, safe: boolean): readonly Fix[] {
  const { option, part, start, end } = fault;
  const place = part === "name" ? nameOf(option) : pieceOf(option, start, end);
  return writtenAt(place, text, title, safe);
}

/** " and the 3 lines after it", of a mistake that spoils the lines that follow. */
export function andFollowing({ also }: DialplanFault): string {
  if (also.length === 0) return "";
  return also.length === 1 ? " and the one after it" : ` and the ${also.length} after it`;
}

const byName = new WeakMap<Context, ReadonlyMap<string, Extension>>();

/** The extension of that name, as stored; the one without caller-id where there are several. */
export function extensionNamed(context: Context | undefined, name: string): Extension | undefined {
  if (context === undefined) return undefined;
  let known = byName.get(context);
  if (known === undefined) {
    known = new Map(context.extensions.map((extension) => [extension.name, extension]));
    byName.set(context, known);
  }
  return known.get(name);
}

const keys = new WeakMap<Context, ReadonlySet<string>>();

/** Whether a context has an extension of that name and caller-id, as `core show dialplan` prints them. */
export function hasPriorities(context: Context | undefined, shown: string): boolean {
  if (context === undefined) return false;
  let known = keys.get(context);
  if (known === undefined) {
    known = new Set(context.extensions.map(({ name, callerId }) => extensionKey(name, callerId)));
    keys.set(context, known);
  }
  const slash = shown.indexOf("/");
  return known.has(
    slash < 0 ? extensionKey(shown, undefined) : extensionKey(shown.slice(0, slash), shown.slice(slash + 1)),
  );
}

/** The earlier line that a fault has to do with, as a related place. */
export function relatedLine({ related }: DialplanFault, message: string): readonly Related[] {
  return related === undefined ? [] : [{ ...namePlace(related), message }];
}

/** "line 12" of the earlier line that a fault has to do with. */
export function earlier({ related, option }: DialplanFault): string {
  return related === undefined ? "an earlier line" : lineOf(related, option.file);
}

/** The same with " of an earlier section [name]" where it stands in another one of the context. */
export function earlierPlace(fault: DialplanFault): string {
  const { related, section } = fault;
  const other = related !== undefined && !linesOf(section).has(related);
  return `${earlier(fault)}${other ? `, in an earlier section ${quoted(`[${section.name}]`)}` : ""}`;
}

const linesOfSections = new WeakMap<ConfigSection, ReadonlySet<ConfigOption>>();

/** Whether a section inherits a line; its bases have the lines of theirs as well. */
export function isInherited({ section }: DialplanFault, option: ConfigOption): boolean {
  return section.bases.some(({ section: base }) => linesOf(base).has(option));
}

function linesOf(section: ConfigSection): ReadonlySet<ConfigOption> {
  let lines = linesOfSections.get(section);
  if (lines === undefined) {
    lines = new Set(section.options);
    linesOfSections.set(section, lines);
  }
  return lines;
}

/** Whether the line is the earlier one itself, which the section inherits on two ways. */
export function isSameLine({ related, option }: DialplanFault): boolean {
  return related === option;
}

const inheritedSections = new WeakMap<ConfigLoad, ReadonlySet<ConfigSection>>();

/** Removes a line that repeats an earlier one, where no other section loses anything with it. */
export function repetitionRemoved(fault: DialplanFault, load: ConfigLoad): readonly Fix[] {
  const { option, section, related } = fault;
  if (related === undefined || isInherited(fault, option)) return [];
  // A file that is included twice has each of its lines but once.
  if (related.file.path === option.file.path && related.line.start === option.line.start) return [];
  let inherited = inheritedSections.get(load);
  if (inherited === undefined) {
    inherited = new Set(load.sections.flatMap(({ bases }) => bases.map((base) => base.section)));
    inheritedSections.set(load, inherited);
  }
  const edit = inherited.has(section) ? undefined : lineRemoved(option);
  return fixOf(edit, "Remove the line", true);
}

/** What stands in the file from the end of a value to the end of its line: a comment, mostly. */
export function behindValue(option: ConfigOption): string {
  const { span, file } = valuePlace(option);
  return file.lines.text.slice(span.end, option.line.end);
}
