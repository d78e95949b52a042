// Whether an extension takes what was dialled (_extension_match_core in main/pbx.c).

import { literalKey, nameKey } from "./compare.ts";
import { byteText, isPatternName, parsePattern } from "./parse-pattern.ts";

/** What an extension name takes: some bytes for each position, and then what its tail says. */
export interface Language {
  /** For each position the bytes that it takes; never empty. */
  readonly positions: readonly string[];
  /** What may follow: nothing, one or more characters, none or more; "never": nothing at all is taken. */
  readonly tail: "nothing" | "some" | "any" | "never";
}

/** What was dialled, made ready to be matched with many names. */
export interface Dialled {
  /** Its bytes without dashes, which count nowhere in it. */
  readonly bytes: string;
  /** Where it begins with "_": its key as a pattern, since it also names the pattern that is equal to it. */
  readonly key: string | undefined;
}

export interface Matcher {
  readonly language: Language;
  /** Of a pattern only. */
  readonly key: string | undefined;
}

export function dialledText(text: string): Dialled {
  const bytes = byteText(text);
  return {
    bytes: bytes.includes("-") ? bytes.replaceAll("-", "") : bytes,
    key: isPatternName(bytes) ? nameKey(bytes) : undefined,
  };
}

export function matcherOf(name: string): Matcher {
  return { language: languageOf(name), key: isPatternName(name) ? nameKey(name) : undefined };
}

/** Whether `name`, literal or pattern, takes what was dialled. */
export function matchesName(name: string, dialled: string): boolean {
  return matchesDialled(matcherOf(name), dialledText(dialled));
}

export function matchesDialled({ language, key }: Matcher, dialled: Dialled): boolean {
  return (key !== undefined && key === dialled.key) || takes(language, dialled.bytes);
}

/** Whether an extension with a caller-id part takes a caller; "" of an extension means a caller without number. */
export function matchesCallerId(wanted: string | undefined, callerId: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (callerId === undefined || callerId === "") return wanted === "";
  return matchesName(wanted, callerId);
}

function takes({ positions, tail }: Language, bytes: string): boolean {
  if (tail === "never" || bytes.length < positions.length) return false;
  if (tail === "nothing" && bytes.length > positions.length) return false;
  if (tail === "some" && bytes.length === positions.length) return false;
  return positions.every((members, at) => members.includes(bytes.charAt(at)));
}

export function languageOf(name: string): Language {
  if (!isPatternName(name)) return { positions: literalKey(name).slice(1).split(""), tail: "nothing" };
  const positions: string[] = [];
  let emptySet = false;
  for (const { kind, members, start, end } of parsePattern(name).elements) {
    if (kind === "some") return { positions, tail: "some" };
    // An empty set is passed over, but only while there are characters left to match.
    if (kind === "any") return { positions, tail: emptySet ? "some" : "any" };
    if (kind === "character" && members === "/") break;
    if (kind === "set" && end === start + 2) {
      emptySet = true;
      continue;
    }
    if (members === "") return { positions, tail: "never" };
    emptySet = false;
    positions.push(members);
  }
  return { positions, tail: emptySet ? "never" : "nothing" };
}
