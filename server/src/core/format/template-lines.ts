// Lines with tags of a template engine are no business of a formatter: it sees them as text without blanks.

import { engineOf } from "../syntax/template/engine.ts";
import { hide } from "../syntax/template/marks.ts";
import { findTags } from "../syntax/template/tags.ts";
import type { Span } from "../text/span.ts";

/** The text with all lines hidden that hold a tag, as long as before; most texts are returned as they are. */
export function withoutTemplateLines(path: string, text: string): string {
  const engine = engineOf(path, text);
  if (engine === undefined) return text;
  const { tags, unclosed } = findTags(text, engine);
  // Nobody knows how far a tag without an end is meant to reach.
  const spans = unclosed === undefined ? tags : [...tags, { start: unclosed.start, end: text.length }];
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of wholeLines(text, spans)) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]+/g, hide));
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}

/** The lines that places lie in, which are in order and do not overlap. A line with many of them is searched once. */
function wholeLines(text: string, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let last: Span | undefined;
  for (const { start, end } of spans) {
    if (last !== undefined && end <= last.end) continue;
    const newline = text.indexOf("\n", end);
    const stop = newline === -1 ? text.length : newline;
    const joins = last !== undefined && start <= last.end;
    last = { start: joins && last ? last.start : text.lastIndexOf("\n", start - 1) + 1, end: stop };
    if (joins) found.pop();
    found.push(last);
  }
  return found;
}
