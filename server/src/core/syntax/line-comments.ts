// The comments that run from a ";" to the end of their line, where they hold a certain word.

import type { Span } from "../text/span.ts";
import { newCommentState, removeComments } from "./comments.ts";
import { maximumLineBytes } from "./read-lines.ts";

/** From the ";" to the end of the line. Reads nothing where the word is nowhere; linear otherwise. */
export function lineCommentsWith(text: string, word: string): Span[] {
  const found: Span[] = [];
  let next = text.indexOf(word);
  if (next === -1) return found;
  const state = newCommentState(0);
  let start = 0;
  for (let number = 1; start < text.length && next !== -1 && state.tooDeep === undefined; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const semicolon = text.indexOf(";", start);
    if (semicolon === -1) break;
    if (semicolon < end && end - start <= maximumLineBytes) {
      removeComments(text, start, end, semicolon, number, state);
      if (next < end && state.rest >= start && next > state.rest) found.push({ start: state.rest, end });
    }
    if (next < end) next = text.indexOf(word, end);
    start = end + 1;
  }
  return found;
}
