// Codec names with a wrong separator, or with none, between them.

import { codecMeant } from "../../catalog/codecs.ts";
import { asciiLower } from "../../text/ascii.ts";

/** The names in "ulaw&alaw", "ulaw alaw" or "ulawalaw"; undefined where a part is no codec. */
export function splitCodecs(
  written: string,
  isKnown: (name: string) => boolean,
): readonly string[] | undefined {
  const lower = asciiLower(written);
  if (codecMeant(lower) !== undefined) return undefined;
  const parts = lower.split(/[\s;&/+]+/).filter((part) => part !== "");
  if (parts.length > 1) {
    const names = parts.map((part) => nameOf(part, isKnown));
    return names.every((name) => name !== undefined) ? names.filter((name) => name !== undefined) : undefined;
  }
  return parts.length === 1 && lower.length <= 100 ? glued(lower, isKnown) : undefined;
}

/** A name, with its framing if it has one, or what is surely meant by it. */
function nameOf(part: string, isKnown: (name: string) => boolean): string | undefined {
  const colon = part.lastIndexOf(":");
  const name = colon === -1 ? part : part.slice(0, colon);
  if (isKnown(name)) return part;
  return codecMeant(part);
}

/** At least two known names, one right behind the other; the longest first name that works out wins. */
function glued(text: string, isKnown: (name: string) => boolean): readonly string[] | undefined {
  const dead = new Set<number>();
  const names = from(0);
  return names !== undefined && names.length > 1 ? names : undefined;

  function from(start: number): readonly string[] | undefined {
    if (start === text.length) return [];
    if (dead.has(start)) return undefined;
    for (let end = Math.min(text.length, start + 20); end >= start + 3; end--) {
      const name = text.slice(start, end);
      if (!isKnown(name)) continue;
      const rest = from(end);
      if (rest !== undefined) return [name, ...rest];
    }
    dead.add(start);
    return undefined;
  }
}
