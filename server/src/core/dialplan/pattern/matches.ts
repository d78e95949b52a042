// Whether an extension takes a number (_extension_match_core in main/pbx.c).

import { asciiLower } from "../../text/ascii.ts";
import { literalKey } from "./compare.ts";
import { byteText, isPatternName, parsePattern } from "./parse-pattern.ts";

/** Whether a name or pattern matches a dialled text. A pattern also matches its own name. */
export function matchesName(name: string, dialled: string): boolean {
  if (!isPatternName(name)) return literalKey(name) === literalKey(dialled);
  if (asciiLower(name) === asciiLower(dialled)) return true;
  const digits = byteText(dialled).replaceAll("-", "");
  let at = 0;
  for (const { kind, members } of parsePattern(name).elements) {
    if (kind === "some") return at < digits.length;
    if (kind === "any") return true;
    if (kind === "unclosed" || at >= digits.length || !members.includes(digits.charAt(at))) return false;
    at++;
  }
  return at === digits.length;
}

/** Whether an extension with a caller-id part takes a caller; "" of an extension means a caller without number. */
export function matchesCallerId(wanted: string | undefined, callerId: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (callerId === undefined || callerId === "") return wanted === "";
  return matchesName(wanted, callerId);
}
