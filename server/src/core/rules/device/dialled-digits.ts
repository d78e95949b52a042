// A text that is made of the dialled number, such as 49${EXTEN:1}: what the pattern of its extension proves about it.

import { type Language, languageOf } from "../../dialplan/pattern/matches.ts";
import { isPatternName } from "../../dialplan/pattern/parse-pattern.ts";

/** `49${EXTEN:1}@host`, cut into its parts. */
export interface DialledText {
  /** Digits in front of it. */
  readonly before: string;
  /** How many characters of the dialled number are left out. */
  readonly skipped: number;
  /** "" or a host with its "@". */
  readonly host: string;
}

export function dialledText(written: string): DialledText | undefined {
  const parts = /^([0-9+*#]{0,20})\$\{EXTEN(?::([0-9]{1,2}))?\}(@[A-Za-z0-9.-]{1,255})?$/.exec(written);
  if (parts === null) return undefined;
  const [, before = "", skipped = "0", host = ""] = parts;
  return { before, skipped: Number(skipped), host };
}

/**
 * Whether the text begins with a digit in every call, so that it is no URI, and is never one of these names. Where the
 * extension takes numbers of any length, a few names that are not `meant` prove nothing.
 */
export function isNeverOneOf(
  { before, skipped, host }: DialledText,
  extension: string,
  names: Iterable<string>,
  meant: (name: string) => boolean,
): boolean {
  if (!isPatternName(extension)) return false;
  const { positions, tail } = languageOf(extension);
  const rest = positions.slice(skipped);
  if (tail === "never" || rest.length === 0 || !/^[0-9+*#]+$/.test(rest[0] ?? "")) return false;
  for (const name of names) {
    if (name.length < before.length + host.length || !name.startsWith(before) || !name.endsWith(host))
      continue;
    if (tail !== "nothing" && !meant(name)) continue;
    if (takes({ positions: rest, tail }, name.slice(before.length, name.length - host.length))) return false;
  }
  return true;
}

function takes({ positions, tail }: Language, text: string): boolean {
  if (text.length < positions.length || (tail === "nothing" && text.length > positions.length)) return false;
  return positions.every((members, at) => members.includes(text.charAt(at)));
}
