// Where a piece of an option's value is written, "+=" lines included.

import { sourceSpan } from "../syntax/line.ts";
import type { Span } from "../text/span.ts";
import type { ConfigOption, LoadedFile } from "./section.ts";

/** A place in a file of a load. */
export interface Place {
  readonly file: LoadedFile;
  readonly span: Span;
}

export function namePlace(option: ConfigOption): Place {
  return { file: option.file, span: sourceSpan(option.line, option.line.nameStart, option.line.nameEnd) };
}

/** The place of `value.slice(start, end)`. A piece that spans two lines is given as its part of the first. */
export function valuePlace(option: ConfigOption, start = 0, end: number = option.value.length): Place {
  let { file, line } = option;
  let lineFrom = line.valueStart;
  let from = 0;
  let length = line.valueEnd - line.valueStart;
  for (const append of option.appends) {
    if (start < from + length) break;
    from += length;
    file = append.file;
    line = append.line;
    length = line.appended.length;
    lineFrom = line.valueEnd - length;
  }
  const first = lineFrom + Math.min(Math.max(0, start - from), length);
  const last = lineFrom + Math.min(Math.max(0, end - from), length);
  return { file, span: sourceSpan(line, first, Math.max(first, last)) };
}
