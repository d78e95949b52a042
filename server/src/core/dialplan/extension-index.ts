// Finds the extensions of a context that take a dialled text, in Asterisk's order, without trying all of them.

import { addTo } from "../text/grouped.ts";
import type { Context, Extension, Priority } from "./model.ts";
import { literalKey } from "./pattern/compare.ts";
import { type Dialled, type Matcher, matcherOf, matchesDialled } from "./pattern/matches.ts";
import { isPatternName } from "./pattern/parse-pattern.ts";

interface IndexedPattern {
  readonly extension: Extension;
  readonly matcher: Matcher;
}

/** Lists of patterns are narrowed while they are longer than this. */
const shortList = 8;
const longestBeginning = 32;
/** How many entries all narrowed lists of a context may have together, for each pattern. */
const entriesPerPattern = 64;

class ExtensionIndex {
  readonly #literals = new Map<string, Extension[]>();
  readonly #patterns: IndexedPattern[] = [];
  /** Names with a variable in them whose value is unknown. */
  readonly unknown: readonly Extension[];
  /** For a beginning of dialled texts, the patterns that can still take them. */
  readonly #narrowed = new Map<string, readonly IndexedPattern[]>();
  #entries = 0;

  constructor(extensions: readonly Extension[]) {
    const unknown: Extension[] = [];
    for (const extension of extensions) {
      if (extension.unknown) unknown.push(extension);
      else if (isPatternName(extension.name))
        this.#patterns.push({ extension, matcher: matcherOf(extension.name) });
      else {
        const key = literalKey(extension.name);
        addTo(this.#literals, key, extension);
      }
    }
    this.unknown = unknown;
  }

  /** Whatever the caller: those with a caller-id are among them. */
  matching(dialled: Dialled): readonly Extension[] {
    const found = [...(this.#literals.get(`l${dialled.bytes}`) ?? [])];
    const patterns = dialled.key === undefined ? this.#possible(dialled.bytes) : this.#patterns;
    for (const { extension, matcher } of patterns)
      if (matchesDialled(matcher, dialled)) found.push(extension);
    return found;
  }

  #possible(bytes: string): readonly IndexedPattern[] {
    let list: readonly IndexedPattern[] = this.#patterns;
    for (let at = 0; at < Math.min(bytes.length, longestBeginning) && list.length > shortList; at++) {
      const beginning = bytes.slice(0, at + 1);
      const known = this.#narrowed.get(beginning);
      if (known !== undefined) {
        list = known;
        continue;
      }
      if (this.#entries > this.#patterns.length * entriesPerPattern) return list;
      const fewer = list.filter(({ matcher }) => canTake(matcher, bytes.charAt(at), at));
      if (fewer.length < list.length) list = fewer;
      this.#narrowed.set(beginning, list);
      this.#entries += 1 + (list === fewer ? fewer.length : 0);
    }
    return list;
  }
}

function canTake({ language: { positions, tail } }: Matcher, byte: string, at: number): boolean {
  if (tail === "never") return false;
  const members = positions[at];
  return members === undefined ? tail !== "nothing" : members.includes(byte);
}

const indexes = new WeakMap<Context, ExtensionIndex>();

/** Made when it is first asked for. */
export function indexOf(context: Context): ExtensionIndex {
  let index = indexes.get(context);
  if (index === undefined) {
    index = new ExtensionIndex(context.extensions);
    indexes.set(context, index);
  }
  return index;
}

/** The step of an extension with this number or label; -1 is the hint. */
export function priorityOf(extension: Extension, wanted: number | string): Priority | undefined {
  if (typeof wanted === "string") return extension.labels.get(wanted);
  if (wanted === -1) return extension.hint;
  const { priorities } = extension;
  let [low, high] = [0, priorities.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((priorities[middle]?.number ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const found = priorities[low];
  return found?.number === wanted ? found : undefined;
}
