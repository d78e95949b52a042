// Words and edits that the rules about lines of extensions.conf share.

import { namePlace, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { DialplanFault } from "../../dialplan/fault.ts";
import type { Context, Extension } from "../../dialplan/model.ts";
import { lineOf, nameOf, pieceOf } from "../pjsip/words.ts";
import type { Fix, Related } from "../rule.ts";

/** The piece of the line that a fault is about, as it is written. */
export function faulty({ option, part, start, end }: DialplanFault): string {
  return part === "name" ? option.name : option.value.slice(start, end);
}

/** A fix that puts another text in the place of the fault; none where just that is not written anywhere. */
export function replaced(fault: DialplanFault, text: string, title: string, safe: boolean): readonly Fix[] {
  const { option, part, start, end } = fault;
  const place = part === "name" ? nameOf(option) : pieceOf(option, start, end);
  return place === undefined ? [] : [{ title, safe, edits: [{ ...place, text }] }];
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

/** The earlier line that a fault has to do with, as a related place. */
export function relatedLine({ related }: DialplanFault, message: string): readonly Related[] {
  return related === undefined ? [] : [{ ...namePlace(related), message }];
}

/** "line 12" of the earlier line that a fault has to do with. */
export function earlier({ related, option }: DialplanFault): string {
  return related === undefined ? "an earlier line" : lineOf(related, option.file);
}

/** Whether a line comes out of a template that the section of the fault inherits from. */
export function isInherited({ section }: DialplanFault, option: ConfigOption): boolean {
  return (
    option.file !== section.file ||
    option.line.start < section.header.start ||
    section.bases.some(({ section: base }) => base.options.includes(option))
  );
}

/** What stands in the file from the end of a value to the end of its line: a comment, mostly. */
export function behindValue(option: ConfigOption): string {
  const { span, file } = valuePlace(option);
  return file.lines.text.slice(span.end, option.line.end);
}
