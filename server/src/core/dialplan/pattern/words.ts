// What an extension name takes, in plain words and with example numbers.

import { languageOf } from "./matches.ts";
import { isPatternName } from "./parse-pattern.ts";

/** For instance "a digit 2-9, then 6 digits". */
export function patternWords(name: string): string {
  if (!isPatternName(name)) return `exactly "${name}"`;
  const { positions, tail } = languageOf(name);
  if (tail === "never") return "nothing";
  const parts = runs(positions).map(runWords);
  if (tail === "some") parts.push("one or more characters of any kind");
  if (tail === "any") parts.push("any characters, or none");
  return parts.length === 0 ? "an empty text only" : parts.join(", then ");
}

/** At most two texts that the name takes. */
export function exampleNumbers(name: string): string[] {
  const { positions, tail } = languageOf(name);
  if (tail === "never") return [];
  if (!isPatternName(name)) return [name];
  const examples = [1, 6].map((shift) => {
    const rest = tail === "some" || (tail === "any" && shift > 1) ? ["0123456789", "0123456789"] : [];
    return [...positions, ...rest].map((members, at) => exampleOf(members, (at + shift) % 10)).join("");
  });
  return [...new Set(examples)];
}

interface Run {
  readonly members: string;
  readonly count: number;
  /** What the positions of a run of single characters spell. */
  readonly text: string;
}

/** Joins equal positions, and characters that stand side by side. */
function runs(positions: readonly string[]): Run[] {
  const found: Run[] = [];
  let open: { members: string; count: number; text: string[] } | undefined;
  for (const members of positions) {
    const joins = open?.members === members || (open?.members.length === 1 && members.length === 1);
    if (open === undefined || !joins) {
      if (open !== undefined) found.push({ ...open, text: open.text.join("") });
      open = { members, count: 0, text: [] };
    }
    open.count++;
    open.text.push(members);
  }
  if (open !== undefined) found.push({ ...open, text: open.text.join("") });
  return found;
}

function runWords({ members, count, text }: Run): string {
  if (members.length === 1) return `"${text}"`;
  const [one, many] = setWords(members);
  return count === 1 ? one : `${count} ${many}`;
}

function setWords(members: string): readonly [one: string, many: string] {
  if (members === "0123456789") return ["a digit", "digits"];
  const shown = rangesText(members);
  if (/^[0-9]+$/.test(members)) return [`a digit ${shown}`, `digits ${shown}`];
  return [`one of ${shown}`, `characters of ${shown}`];
}

/** "1, 3 or 5-7". */
function rangesText(members: string): string {
  const ranges: string[] = [];
  for (let at = 0; at < members.length; ) {
    let end = at;
    while (members.charCodeAt(end + 1) === members.charCodeAt(end) + 1) end++;
    if (end - at < 2) end = at;
    ranges.push(end === at ? members.charAt(at) : `${members.charAt(at)}-${members.charAt(end)}`);
    at = end + 1;
  }
  const last = ranges.pop() ?? "";
  return ranges.length === 0 ? last : `${ranges.join(", ")} or ${last}`;
}

function exampleOf(members: string, digit: number): string {
  const wanted = String(digit);
  return Array.from(members).find((member) => member >= wanted) ?? members.charAt(0);
}
