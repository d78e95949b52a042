// The value of a line with the cursor in it, which gives out its pieces.

import { type OptionLine, sourceSpan } from "../../syntax/line.ts";
import type { Span } from "../../text/span.ts";
import type { Subject } from "../subject.ts";
import type { SectionAt, Token } from "./model.ts";

export interface Where {
  readonly subject: Subject;
  readonly section: SectionAt;
  readonly at: number;
  readonly offset: number;
}

/** A value of a line, and the cursor in it; all offsets count in the value. */
export class Value {
  readonly subject: Subject;
  readonly source: string;
  readonly at: number;
  readonly #line: OptionLine;
  readonly #offset: number;

  constructor(where: Where, line: OptionLine) {
    this.subject = where.subject;
    this.source = line.value;
    this.at = Math.min(Math.max(0, where.at - line.valueStart), line.value.length);
    this.#line = line;
    this.#offset = where.offset;
  }

  /** The cursor is behind all that is written, maybe with a blank between. */
  span(start: number, end: number): Span {
    const { valueStart } = this.#line;
    if (start >= end && start >= this.source.length) return { start: this.#offset, end: this.#offset };
    return sourceSpan(this.#line, valueStart + start, valueStart + Math.max(start, end));
  }

  token(start: number, end: number): Token {
    return { text: this.source.slice(start, Math.max(start, end)), span: this.span(start, end) };
  }

  /** The letters, digits and underscores around the cursor between two places. */
  word(start: number, end: number): Token {
    let from = Math.min(Math.max(this.at, start), end);
    let to = from;
    while (from > start && isWordUnit(this.source.charCodeAt(from - 1))) from--;
    while (to < end && isWordUnit(this.source.charCodeAt(to))) to++;
    return this.token(from, to);
  }
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95
  );
}
