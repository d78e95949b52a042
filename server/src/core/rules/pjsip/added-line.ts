// Edits that give an object an option it has not, or another value than it has, written like its neighbours.

import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { fixOf, lineBehind, pieceOf } from "../fix.ts";
import type { Edit, Fix } from "../rule.ts";

/** Writes `name = value` behind an option's line, in the same way; with the same prefix in a wizard. */
export function addedBehind(option: ConfigOption, name: string, value: string): Edit | undefined {
  const prefix = option.line.name.slice(0, option.line.name.lastIndexOf("/") + 1);
  return writtenLike(option, `${prefix}${name}`, value);
}

/** Writes `name = value` behind the first line of an object's own section, or behind its header. */
export function addedTo({ section, type }: PjsipObject, name: string, value: string): Edit | undefined {
  const { header, file, options } = section;
  const wizard = options.some((option) => option.name.includes("type") && option.value === "wizard");
  // A wizard makes auths of two kinds.
  if (wizard && type === "auth") return undefined;
  const full = wizard ? `${type}/${name}` : name;
  const own = options.find((option) => option.file === file && option.line.start > header.start);
  return own === undefined
    ? lineBehind({ file, line: header }, `${full} = ${value}`)
    : writtenLike(own, full, value);
}

function writtenLike(option: ConfigOption, name: string, value: string): Edit | undefined {
  const { file, line } = option;
  if (line.cooked !== undefined || option.appends.length > 0) return undefined;
  const text = file.lines.text;
  const indent = text.slice(line.start, line.nameStart);
  const equals = text.slice(line.nameEnd, line.valueStart);
  if (!/^[ \t]*$/.test(indent) || !/^[ \t]*=>?[ \t]*$/.test(equals)) return undefined;
  return lineBehind(option, `${indent}${name}${line.value === "" ? " = " : equals}${value}`);
}

/** Puts another value in the place of the one that an option has. */
export function changedValue(option: ConfigOption, value: string): Edit | undefined {
  const place = pieceOf(option, 0, option.value.length);
  return place === undefined ? undefined : { ...place, text: value };
}

/** One suggested fix; none where its edit cannot be made. */
export function suggestion(title: string, edit: Edit | undefined): readonly Fix[] {
  return fixOf(edit, title, false);
}
