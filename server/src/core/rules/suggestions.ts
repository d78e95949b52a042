// What was most likely meant by names that a list does not have. However many names are asked for, the work has an end.

import { asciiLower } from "../text/ascii.ts";
import { editDistance } from "../text/closest.ts";
import { addTo } from "../text/grouped.ts";

/** Beyond so many missing names the closest ones are not looked for: something else is wrong. */
export const mostQuestions = 50;

/** Pairs of letters that are compared at most. */
const mostPairs = 50_000_000;
const longestName = 100;

/** What else counts as another name. */
export interface SuggestionOptions {
  /** Whether names that differ in their digits only, such as SHA1 and SHA2, may be meant for each other. */
  readonly otherDigits?: boolean;
}

interface Candidate {
  readonly name: string;
  readonly lower: string;
  readonly index: number;
}

/** Names that may be meant. Who asks about the same names again and again keeps them. */
export class Candidates {
  readonly #names: Iterable<string>;
  readonly #byLength = new Map<number, Candidate[]>();
  #isRead = false;

  /** The names are read when the first question comes. */
  constructor(names: Iterable<string>) {
    this.#names = names;
  }

  /** The name that is the same but for its case. */
  same(lower: string): string | undefined {
    return this.ofLength(lower.length).find((candidate) => candidate.lower === lower)?.name;
  }

  ofLength(length: number): readonly Candidate[] {
    this.#read();
    return this.#byLength.get(length) ?? [];
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    let index = 0;
    const known = new Set<string>();
    for (const name of this.#names) {
      const lower = asciiLower(name);
      if (known.has(lower)) continue;
      known.add(lower);
      const candidate = { name, lower, index: index++ };
      addTo(this.#byLength, lower.length, candidate);
    }
  }
}

export class Suggestions {
  readonly #candidates: Candidates;
  readonly #otherDigits: boolean;
  readonly #answers = new Map<string, string | undefined>();
  #pairs = 0;

  constructor(names: Iterable<string> | Candidates, { otherDigits = false }: SuggestionOptions = {}) {
    this.#candidates = names instanceof Candidates ? names : new Candidates(names);
    this.#otherDigits = otherDigits;
  }

  /** The closest name, ignoring case; undefined where none is close, and after too many different questions. */
  closest(name: string): string | undefined {
    if (this.#answers.has(name)) return this.#answers.get(name);
    if (this.#answers.size >= mostQuestions) return undefined;
    const lower = asciiLower(name);
    const answer = this.#candidates.same(lower) ?? this.#nearest(lower);
    this.#answers.set(name, answer);
    return answer;
  }

  /** Of several that are equally close, the first. */
  #nearest(lower: string): string | undefined {
    if (lower.length > longestName) return undefined;
    const own = letters(lower);
    let best: Candidate | undefined;
    let bestDistance = Math.floor((lower.length + 1) / 3);
    for (const length of lengthsAround(lower.length, bestDistance)) {
      if (Math.abs(length - lower.length) > bestDistance) break;
      for (const candidate of this.#candidates.ofLength(length)) {
        this.#pairs += lower.length * length;
        if (this.#pairs > mostPairs) return undefined;
        const distance = editDistance(lower, candidate.lower, bestDistance + 1);
        if (distance > bestDistance) continue;
        if (best !== undefined && distance === bestDistance && candidate.index > best.index) continue;
        if (!this.#otherDigits && isSameButDigits(candidate.lower, own)) continue;
        best = candidate;
        bestDistance = distance;
      }
    }
    return best?.name;
  }
}

/** The lengths that differ by so much at most, nearest first. */
function lengthsAround(length: number, distance: number): number[] {
  const lengths = [length];
  for (let more = 1; more <= distance; more++) lengths.push(length - more, length + more);
  return lengths;
}

function isSameButDigits(name: string, own: string): boolean {
  const left = letters(name);
  return left === "" || left === own;
}

function letters(name: string): string {
  return name.replace(/[0-9]+/g, "");
}
