// The order in which Asterisk tries the extensions of a context, and which names it takes for one and the same
// (ext_cmp in main/pbx.c). Both are held by one key: keys are equal for aliases, and their order is Asterisk's.

import { byteText, isPatternName, type PatternElement, parsePattern } from "./parse-pattern.ts";

/**
 * Equal for what Asterisk takes for the same extension; compared with "<" it gives Asterisk's order. The caller-id ""
 * means a caller without number; undefined: any caller.
 */
export function extensionKey(name: string, callerId: string | undefined): string {
  if (callerId === undefined && plainName.test(name)) return `l${name}${beforeAll}${afterAll}`;
  const rest = callerId === undefined ? afterAll : beforeAll + nameKey(callerId);
  return nameKey(name) + beforeAll + rest;
}

/** The key of a name alone, or of a caller-id alone. */
export function nameKey(name: string): string {
  if (!isPatternName(name)) return literalKey(name);
  const positions = parsePattern(name).elements.map((element) => positionKey(element));
  return `p${positions.join("")}${numberKey(keyOfEnd)}`;
}

/** The key of a text that is taken literally, even if it begins with "_". */
export function literalKey(name: string): string {
  const bytes = byteText(name);
  return `l${bytes.includes("-") ? bytes.replaceAll("-", "") : bytes}`;
}

/** Most names by far: literal, and nothing in them that is passed over. */
const plainName = /^[0-9A-Za-z*#+]+$/;

const beforeAll = "\0";
const afterAll = "\uffff";

const keyOfSome = 0x18000;
const keyOfAny = 0x28000;
const keyOfEnd = 0x30000;
const keyOfUnclosed = 0x40000;

/**
 * Few members come before many, then a low one before a high one, then the lower of two lists. Keys of the same number
 * have the same length, so that joined keys compare position by position.
 */
function positionKey({ kind, compared, lowest }: PatternElement): string {
  if (kind === "some") return numberKey(keyOfSome);
  if (kind === "any") return numberKey(keyOfAny);
  if (kind === "unclosed") return numberKey(keyOfUnclosed);
  // A set without members is passed over.
  if (compared === "") return "";
  return numberKey(compared.length * 0x100 + lowest) + compared;
}

function numberKey(key: number): string {
  return String.fromCharCode(key >> 8, key & 0xff);
}
