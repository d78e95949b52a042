import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { namedPatterns, placeInName, renamed } from "./names.ts";

const digits: Readonly<Record<string, string>> = { x: "0-9", z: "1-9", n: "2-9" };

export const letterWildcard: DialplanRule = {
  id: "pattern/letter-wildcard",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Word in a pattern whose n, x or z stands for a digit",
  *check(dialplan, { installation }) {
    for (const named of namedPatterns(dialplan, installation)) {
      const { name } = named.extension;
      if (!/[A-Za-z]{3}/.test(name)) continue;
      const places = lettersInWords(name);
      const [first] = places;
      if (first === undefined) continue;
      const letter = name.charAt(first);
      const literal = withSets(name, places);
      yield {
        ...placeInName(named, first, first + 1),
        message: `The ${quoted(letter)} in ${quoted(name)} stands for a digit ${digits[letter.toLowerCase()]}, so the word itself does not fit; write "[${letter}]"`,
        fixes: named.name.text === name ? renamed(named, literal, `Change to ${quoted(literal)}`) : [],
      };
    }
  },
};

/** Offsets of letters that are wildcards although they belong to a word. */
function lettersInWords(name: string): number[] {
  const found: number[] = [];
  const wildcard = /[.!]/.exec(name)?.index ?? name.length;
  // Sets hide what stands in them, but hold words together: "te[n]ts".
  const plain = name.slice(0, wildcard).replace(/\[[^\]]*\]/g, (set) => "1".repeat(set.length));
  for (const { index, 0: word } of plain.matchAll(/[A-Za-z]{3,}/g)) {
    for (const { index: at, 0: letter } of word.matchAll(/[NXZnxz]/g)) {
      if (isInWord(word, at, letter)) found.push(index + at);
    }
  }
  return found;
}

/** A run of such letters counts digits, and so may one of them at the end of a word: "room" and a digit is `_roomX`. */
function isInWord(word: string, at: number, letter: string): boolean {
  const [before, after] = [word.charAt(at - 1), word.charAt(at + 1)];
  if (isClass(before) || isClass(after)) return false;
  if (before === "") return letter !== "X" && letter !== "x" && letter !== "Z" && isWord(word.slice(1));
  if (after === "") return letter === "n" || wordsInX.test(word);
  return letter === letter.toLowerCase() || word === word.toUpperCase();
}

const wordsInX = /(?:fax|(?:^|in|out|mail|voice)box|max|mix|vox|pbx|buzz)$/i;

function isClass(letter: string): boolean {
  return /^[NXZnxz]$/.test(letter);
}

/** Whether enough letters are left for a word. */
function isWord(rest: string): boolean {
  return /^[A-Za-z]{2}/.test(rest) && /[aeiouAEIOU]/.test(rest);
}

function withSets(name: string, places: readonly number[]): string {
  let result = "";
  let from = 0;
  for (const at of places) {
    result += `${name.slice(from, at)}[${name.charAt(at)}]`;
    from = at + 1;
  }
  return result + name.slice(from);
}
