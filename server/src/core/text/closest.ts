// The word of a list that somebody most likely meant: edit distance with swapped neighbours.

import { asciiLower } from "./ascii.ts";

/** The closest of `candidates`, ignoring case; undefined where none is within about a third of the length. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = asciiLower(word);
  if (lower.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Math.floor((lower.length + 1) / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(lower, asciiLower(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, changes and swaps of neighbours that lead from one text to the other, up to `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) >= limit) return limit;
  const [left, right] = withoutCommonEnds(one, other);
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return Math.min(limit, last[right.length] ?? limit);
}

/** Names of one list mostly begin alike, and what is alike at either end costs nothing. */
function withoutCommonEnds(left: string, right: string): [left: string, right: string] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    left.charCodeAt(left.length - 1 - end) === right.charCodeAt(right.length - 1 - end)
  )
    end++;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}
