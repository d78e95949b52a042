// Fixes of single lines in files whose options have no rules of their own.

import type { ConfigOption } from "../../config/section.ts";
import { fixOf, lineRemoved, nameOf, pieceOf } from "../fix.ts";
import type { Fix } from "../rule.ts";

/** Removes a line that does nothing any more. */
export function withoutTheLine(option: ConfigOption): readonly Fix[] {
  return fixOf(lineRemoved(option), "Remove the line", true);
}

/** Writes a line anew, under another name and with another value. */
export function lineRewritten(option: ConfigOption, name: string, value: string): readonly Fix[] {
  const nameAt = nameOf(option);
  const valueAt = pieceOf(option, 0, option.value.length);
  if (nameAt === undefined || valueAt === undefined) return [];
  const edits = [{ ...nameAt, text: name }];
  if (value !== option.value) edits.push({ ...valueAt, text: value });
  return [{ title: `Change to "${name} = ${value}"`, safe: true, edits }];
}
