// The smallest edits between two texts that differ in nothing but blanks.

import { isBlank } from "../text/ascii.ts";
import type { TextEdit } from "../text/edits.ts";

/** One edit for each run of blanks that is different; none at all where anything else is. Linear. */
export function blankEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    const leftEnd = runEnd(before, left);
    const rightEnd = runEnd(after, right);
    if (leftEnd > left || rightEnd > right) {
      const edit = smallest(before, left, leftEnd, after.slice(right, rightEnd));
      if (edit !== undefined) edits.push(edit);
      left = leftEnd;
      right = rightEnd;
      continue;
    }
    if (before.charCodeAt(left) !== after.charCodeAt(right)) return [];
    left++;
    right++;
    // What stands between blanks is the same for long stretches.
    while (left < before.length && sameMark(before, left, after, right)) {
      left++;
      right++;
    }
  }
  return edits;
}

function sameMark(before: string, left: number, after: string, right: number): boolean {
  const unit = before.charCodeAt(left);
  return !isBlank(unit) && unit === after.charCodeAt(right);
}

function runEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Without what is the same at both ends; a line break is never cut in two. */
function smallest(text: string, start: number, end: number, blanks: string): TextEdit | undefined {
  let from = start;
  let first = 0;
  while (from < end && first < blanks.length && text[from] === blanks[first]) {
    from++;
    first++;
  }
  if (first > 0 && blanks[first - 1] === "\r") {
    from--;
    first--;
  }
  let to = end;
  let last = blanks.length;
  while (to > from && last > first && text[to - 1] === blanks[last - 1]) {
    to--;
    last--;
  }
  if (text[to - 1] === "\r" && text[to] === "\n" && to < end) {
    to++;
    last++;
  }
  if (from === to && first === last) return undefined;
  return { span: { start: from, end: to }, text: blanks.slice(first, last) };
}
