// Lines with tags of a template engine are no business of a formatter: it sees them as text without blanks.

import { engineOf } from "../../syntax/template/engine.ts";
import { merged } from "../../syntax/template/lay-out.ts";
import { hide } from "../../syntax/template/marks.ts";
import { findTags } from "../../syntax/template/tags.ts";

/** The text with all lines hidden that hold a tag, as long as before; most texts are returned as they are. */
export function withoutTemplateLines(path: string, text: string): string {
  const engine = engineOf(path, text);
  if (engine === undefined) return text;
  const { tags, unclosed } = findTags(text, engine);
  // Nobody knows how far a tag without an end is meant to reach.
  const spans = unclosed === undefined ? tags : [...tags, { start: unclosed.start, end: text.length }];
  const lines = spans.map(({ start, end }) => {
    const newline = text.indexOf("\n", end);
    return { start: text.lastIndexOf("\n", start - 1) + 1, end: newline === -1 ? text.length : newline };
  });
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of merged(lines)) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]+/g, hide));
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}
