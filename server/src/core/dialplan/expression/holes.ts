// The body of an expression with a hole for each substitution, which is what can be parsed before any call.

import type { Text } from "../substitution/text.ts";

/** Stands for a hole in the text that is cut into tokens: a character that no file holds as such. */
export const hole = "\uffff";

/** The body with every substitution outside and inside of quotes as one hole, and the way back to the source. */
export function withHoles(source: string, body: Text): { text: string; offsets: (at: number) => number } {
  let text = "";
  const breaks: { readonly at: number; readonly source: number }[] = [];
  for (const part of body.parts) {
    breaks.push({ at: text.length, source: part.start });
    text += part.kind === "literal" ? source.slice(part.start, part.end).replaceAll(hole, "_") : hole;
  }
  breaks.push({ at: text.length, source: body.end });
  return { text, offsets: (at) => sourceOffset(breaks, at) };
}

function sourceOffset(
  breaks: readonly { readonly at: number; readonly source: number }[],
  at: number,
): number {
  let [low, high] = [0, breaks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((breaks[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const { at: start = 0, source = 0 } = breaks[low] ?? {};
  return source + at - start;
}
