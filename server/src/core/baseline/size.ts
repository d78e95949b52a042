// How many mistakes a problem stands for. Some rules tell of all in the place of the first one; one more of them is news.
// A template with three heirs or with four is the same mistake.

const others: readonly RegExp[] = [
  // "SIP/2000" and 4 other devices of this dialplan
  / and ([\d,]+) other [a-z]+ of this /,
  // still has to be filled in (one of 3 in this file)
  /\(one of ([\d,]+) in this file\)/,
];

/** The number that a message counts such mistakes by; 1 where it counts none. */
export function sizeOf(message: string): number {
  const found = others.map((count) => Number(count.exec(message)?.[1]?.replaceAll(",", "") ?? 0));
  return Math.max(1, ...found);
}
