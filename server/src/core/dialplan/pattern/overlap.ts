// Whether one extension name takes everything that another one takes.

import { type Language, languageOf } from "./matches.ts";

/**
 * Whether every dialled text that `narrow` takes is taken by `wide` as well. Never true by mistake; that a pattern is
 * also found by its own text does not count.
 */
export function covers(wide: string, narrow: string): boolean {
  return coversLanguage(languageOf(wide), languageOf(narrow));
}

/** Whether something can be dialled that both names take. */
export function overlaps(left: string, right: string): boolean {
  const [first, second] = [languageOf(left), languageOf(right)];
  if (first.tail === "never" || second.tail === "never") return false;
  const [short, long] = first.positions.length <= second.positions.length ? [first, second] : [second, first];
  const rest = long.positions.length - short.positions.length;
  if (short.tail === "nothing" && (rest > 0 || long.tail === "some")) return false;
  if (short.tail === "some" && rest === 0 && long.tail === "nothing") return false;
  return short.positions.every((members, at) =>
    Array.from(members).some((member) => long.positions[at]?.includes(member)),
  );
}

/** Whether nothing at all can be dialled that the name takes. */
export function takesNothing(name: string): boolean {
  return languageOf(name).tail === "never";
}

function coversLanguage(wide: Language, narrow: Language): boolean {
  if (narrow.tail === "never") return true;
  if (wide.tail === "never") return false;
  if (!lengthsFit(wide, narrow)) return false;
  return wide.positions.every((members, at) => {
    const other = narrow.positions[at];
    // Where only the tail of the narrow one reaches, any character may come, and no position takes them all.
    return other !== undefined && isSubset(other, members);
  });
}

function lengthsFit(wide: Language, narrow: Language): boolean {
  const shortest = narrow.positions.length + (narrow.tail === "some" ? 1 : 0);
  if (wide.tail === "nothing") return narrow.tail === "nothing" && shortest === wide.positions.length;
  return shortest >= wide.positions.length + (wide.tail === "some" ? 1 : 0);
}

function isSubset(inner: string, outer: string): boolean {
  if (inner === outer) return true;
  if (inner.length > outer.length) return false;
  return Array.from(inner).every((byte) => outer.includes(byte));
}
