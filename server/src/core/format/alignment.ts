// Columns: whether the operators or the values of some options stand below each other, and what keeps them there.

import type { OptionShape } from "./option-shape.ts";

/** Where the operator or the value of each option stands, and how many blanks the other gap has. */
export interface Alignment {
  readonly aligned: "operator" | "value";
  readonly column: number;
  /** The least number of blanks in the aligned gap. */
  readonly least: number;
  readonly other: number;
}

/** The blanks before and behind an operator. */
export interface Gaps {
  readonly before: number;
  readonly after: number;
}

/** A name that reaches further does not push the others. */
const furthestColumn = 40;

/** Undefined where the options do not stand in columns. All of them have no tabs. */
export function alignmentOf(options: readonly OptionShape[]): Alignment | undefined {
  return (
    columnOf(options, "operator") ??
    columnOf(
      options.filter(({ hasValue }) => hasValue),
      "value",
    )
  );
}

/** The operators of options in one column, behind the longest name that does not reach too far. */
export function widestAlignment(options: readonly OptionShape[]): Alignment {
  const ends = options.map(({ line, before }) => before.start - line.start + 1);
  const column = ends.reduce((most, end) => (end <= furthestColumn ? Math.max(most, end) : most), 0);
  return { aligned: "operator", column, least: 1, other: 1 };
}

function columnOf(options: readonly OptionShape[], aligned: Alignment["aligned"]): Alignment | undefined {
  if (options.length < 2) return undefined;
  const column = mostFrequent(options.map((option) => columnBehind(option, aligned)));
  const members = options.filter((option) => columnBehind(option, aligned) === column);
  if (members.length < 2 || members.length * 4 < options.length * 3) return undefined;
  const gaps = members.map((option) => lengthOf(gap(option, aligned)));
  if (gaps.every((length) => length < 2) || gaps.every((length) => length === gaps[0])) return undefined;
  const least = gaps.includes(0) ? 0 : 1;
  const other = mostFrequent(members.map((option) => lengthOf(gap(option, otherOf(aligned)))));
  const furthest = options.reduce((most, option) => {
    const end = startOf(option, aligned, other) + least;
    return end <= furthestColumn ? Math.max(most, end) : most;
  }, column);
  return { aligned, column: furthest, least, other };
}

/** The blanks of an option that stands in the columns. */
export function alignedGaps(option: OptionShape, { aligned, column, least, other }: Alignment): Gaps {
  const wide = Math.max(least, column - startOf(option, aligned, other));
  return aligned === "operator" ? { before: wide, after: other } : { before: other, after: wide };
}

/** Where the aligned gap begins once the other one is as it shall be. */
function startOf({ line, before, after }: OptionShape, aligned: Alignment["aligned"], other: number): number {
  const nameEnd = before.start - line.start;
  return aligned === "operator" ? nameEnd : nameEnd + other + (after.start - before.end);
}

function gap({ before, after }: OptionShape, which: Alignment["aligned"]): OptionShape["before"] {
  return which === "operator" ? before : after;
}

function otherOf(which: Alignment["aligned"]): Alignment["aligned"] {
  return which === "operator" ? "value" : "operator";
}

function columnBehind(option: OptionShape, aligned: Alignment["aligned"]): number {
  return gap(option, aligned).end - option.line.start;
}

function lengthOf({ start, end }: OptionShape["before"]): number {
  return end - start;
}

/** The first of the most frequent ones. */
export function mostFrequent<Item>(items: readonly Item[]): Item {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best = items[0] as Item;
  for (const [item, count] of counts) if (count > (counts.get(best) ?? 0)) best = item;
  return best;
}
