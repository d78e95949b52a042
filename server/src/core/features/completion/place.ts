// What completion knows of the place that it is asked about.

import type { Span } from "../../text/span.ts";
import type { Cursor, Token } from "../cursor/model.ts";
import type { Subject } from "../subject.ts";
import { Proposals } from "./item.ts";

export interface Place {
  readonly subject: Subject;
  readonly offset: number;
  readonly cursor: Cursor;
}

/** Proposals that replace a span, which has to reach to the cursor: behind a blank a new word begins. */
export function proposalsFor({ subject, offset }: Place, { start, end }: Span): Proposals {
  const span =
    offset < start ? { start: offset, end } : offset > end ? { start: offset, end: offset } : { start, end };
  return new Proposals(span, subject.text.slice(span.start, offset));
}

/** The part of a token around the cursor between separators, such as "b" in "a&b". */
export function partAround({ subject, offset }: Place, { span }: Token, separators: RegExp): Span {
  const { text } = subject;
  let start = Math.min(offset, span.end);
  let end = Math.max(offset, span.start);
  while (start > span.start && !separators.test(text[start - 1] ?? "")) start--;
  while (end < span.end && !separators.test(text[end] ?? "")) end++;
  return {
    start: Math.max(start, span.start),
    end: Math.max(start, Math.min(end, Math.max(span.end, offset))),
  };
}

/** The text of the line behind a span. */
export function behind({ subject }: Place, { end }: Span): string {
  const newline = subject.text.indexOf("\n", end);
  return subject.text.slice(end, newline < 0 ? subject.text.length : newline).replace(/\r$/, "");
}
