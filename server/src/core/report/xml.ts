// Text in XML, be it the value of an attribute or between tags.

import { shown } from "../syntax/template/marks.ts";
import { printable } from "./printable.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Without the characters that XML cannot hold at all, not even escaped. */
export function xmlText(text: string): string {
  return printable(shown(text))
    .replace(/[\ufffe\uffff]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
