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
  // Names of one list mostly begin alike, and what is alike at either end costs nothing.
  const begin = commonBeginning(one, other);
  const end = commonEnd(one, other, begin);
  const rows = one.length - begin - end;
  const columns = other.length - begin - end;
  let [beforeLast, last, current] = scratch;
  for (let column = 0; column <= columns; column++) last[column] = column;
  for (let row = 1; row <= rows; row++) {
    const own = one.charCodeAt(begin + row - 1);
    const ownBefore = one.charCodeAt(begin + row - 2);
    current[0] = row;
    let smallest = row;
    for (let column = 1; column <= columns; column++) {
      const theirs = other.charCodeAt(begin + column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (own === theirs ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && own === other.charCodeAt(begin + column - 2) && ownBefore === theirs;
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current[column] = cost;
      smallest = Math.min(smallest, cost);
    }
    if (smallest >= limit) return limit;
    const spare = beforeLast;
    beforeLast = last;
    last = current;
    current = spare;
  }
  return Math.min(limit, last[columns] ?? limit);
}

/** Three rows of costs: a name is compared with thousands, and nothing of a comparison outlasts it. */
const scratch: [number[], number[], number[]] = [[], [], []];

function commonBeginning(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let length = 0;
  while (length < shorter && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

/** How many letters are alike at the end, behind the common beginning. */
function commonEnd(one: string, other: string, begin: number): number {
  const most = Math.min(one.length, other.length) - begin;
  let length = 0;
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length++;
  return length;
}
