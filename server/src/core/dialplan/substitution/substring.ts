// The part of a value that `${NAME:offset:length}` stands for, and where that is written.

import { scanInteger } from "./c-text.ts";

export interface SubstringBounds {
  readonly offset: number;
  readonly length: number;
}

/** The text between the braces, substituted already: its name or call, and the bounds behind a colon. */
export interface Reference {
  readonly subject: string;
  readonly isFunction: boolean;
  readonly bounds: SubstringBounds | undefined;
}

/** Cuts at the first colon outside parentheses, as Asterisk does. */
export function readReference(text: string): Reference {
  let level = 0;
  let isFunction = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "(") {
      isFunction = true;
      level++;
    } else if (char === ")") level--;
    else if (char === ":" && level === 0)
      return { subject: text.slice(0, at), isFunction, bounds: readBounds(text.slice(at + 1)) };
  }
  return { subject: text, isFunction, bounds: undefined };
}

/** What cannot be read counts as not written. */
function readBounds(text: string): SubstringBounds {
  const whole = Number.MAX_SAFE_INTEGER;
  const offset = scanInteger(text);
  if (offset === undefined) return { offset: 0, length: whole };
  const length = text[offset.end] === ":" ? scanInteger(text.slice(offset.end + 1)) : undefined;
  return { offset: offset.value, length: length?.value ?? whole };
}

/** A negative offset counts from the end; a negative length leaves out so many at the end. */
export function substring(value: string, { offset, length }: SubstringBounds): string {
  const start = offset < 0 ? Math.max(0, value.length + offset) : offset;
  if (start >= value.length) return "";
  return length < 0
    ? value.slice(start, Math.max(start, value.length + length))
    : value.slice(start, start + length);
}
