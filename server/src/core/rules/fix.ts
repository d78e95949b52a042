// Where names and values are written, and the edits that mend them, for the fixes of all rules.

import { namePlace, type Place, valuePlace } from "../config/option-span.ts";
import type { ConfigOption, ConfigSection, LoadedFile } from "../config/section.ts";
import type { Line } from "../syntax/line.ts";
import type { Edit, Fix } from "./rule.ts";
import { quoted } from "./words.ts";

/** The fix that makes one edit; none where there is no such edit. */
export function fixOf(edit: Edit | undefined, title: string, safe: boolean): readonly Fix[] {
  return edit === undefined ? [] : [{ title, safe, edits: [edit] }];
}

/** The fix that writes a text in a place; none where there is no such place. */
export function writtenAt(
  place: Place | undefined,
  text: string,
  title: string,
  safe: boolean,
): readonly Fix[] {
  return fixOf(place && { ...place, text }, title, safe);
}

/** The fix that changes what stands in a place, and says to what. */
export function changedTo(place: Place | undefined, text: string, safe: boolean): readonly Fix[] {
  return writtenAt(place, text, `Change to ${quoted(text)}`, safe);
}

/** The name of an option; in a wizard only what stands behind the prefix. */
export function nameOf(option: ConfigOption): Place | undefined {
  const { file, span } = namePlace(option);
  const source = sourceOf({ file, span });
  const made = source.endsWith(`/${option.name}`);
  if (source !== option.name && !made) return undefined;
  return { file, span: { start: span.end - option.name.length, end: span.end } };
}

/** The place of `value.slice(start, end)`; undefined where just this is not written anywhere. */
export function pieceOf(option: ConfigOption, start: number, end: number): Place | undefined {
  if (option.appends.length === 0 && option.value !== option.line.value) return undefined;
  const place = valuePlace(option, start, end);
  return sourceOf(place).replaceAll("\\;", ";") === option.value.slice(start, end) ? place : undefined;
}

function sourceOf({ file, span }: Place): string {
  return file.lines.text.slice(span.start, span.end);
}

/** The edit that removes an option's line; undefined where more hangs on the line. */
export function lineRemoved(option: ConfigOption): Edit | undefined {
  const { line, file } = option;
  const text = file.lines.text;
  if (option.appends.length > 0 || !isNamed(option)) return undefined;
  if (/;--|--;/.test(text.slice(line.start, line.end))) return undefined;
  const end = text.charAt(line.end) === "\n" ? line.end + 1 : line.end;
  return { file, span: { start: line.start, end }, text: "" };
}

/** Whether the line itself has the option's name, in a wizard behind its prefix. */
function isNamed({ name, line }: ConfigOption): boolean {
  return line.name === name || line.name.endsWith(`/${name}`);
}

/** The edit that writes a line behind another one; undefined where a block comment could swallow it. */
export function lineBehind(
  { file, line }: { readonly file: LoadedFile; readonly line: Line },
  text: string,
): Edit | undefined {
  const source = file.lines.text;
  if (/;--|--;/.test(source.slice(line.start, line.end))) return undefined;
  // A line ends before its newline, so a carriage return has to be repeated behind the new text.
  const carriageReturn = source.charAt(line.end - 1) === "\r" ? "\r" : "";
  return { file, span: { start: line.end, end: line.end }, text: `\n${text}${carriageReturn}` };
}

/** `name = value`, indented and spaced like the first line below the section's header. */
export function optionLine({ options, header, file }: ConfigSection, name: string, value: string): string {
  const own = options.find((option) => option.file === file && option.line.start > header.start);
  if (own === undefined || own.line.cooked !== undefined) return `${name} = ${value}`;
  const { start, nameStart, nameEnd, valueStart } = own.line;
  const indent = file.lines.text.slice(start, nameStart);
  const equals = file.lines.text.slice(nameEnd, valueStart);
  const blanks = /^[ \t]*$/;
  return `${blanks.test(indent) ? indent : ""}${name}${/^[ \t]*=[ \t]*$/.test(equals) && own.value !== "" ? equals : " = "}${value}`;
}
