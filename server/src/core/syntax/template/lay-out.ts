// What is left of a template's lines for the reader: tags that yield nothing become blanks, tags that yield a value
// become hidden text, and so does what stands between tags in the middle of a line.

import { skipBlanks, skipBlanksBack } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import { hide } from "./marks.ts";
import type { Tag } from "./tags.ts";

export interface LaidOut {
  /** As long as the source; line breaks stay where they are, unless a tag takes them away from between text. */
  readonly text: string;
  /** What is hidden in it, in order. */
  readonly hidden: readonly Span[];
}

/** A change of a piece of the source. */
interface Piece extends Span {
  readonly hidden: boolean;
}

/** Lays out a template with its tags, in order and not overlapping. */
export function layOut(source: string, tags: readonly Tag[]): LaidOut {
  const pieces: Piece[] = [];
  for (let index = 0; index < tags.length; ) {
    const line = lineFrom(source, tags, index);
    index = line.next;
    layOutLine(source, line, pieces);
  }
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, hidden } of pieces) {
    const piece = source.slice(start, end);
    parts.push(source.slice(at, start), hidden ? hide(piece) : blanked(piece));
    at = end;
  }
  parts.push(source.slice(at));
  return { text: parts.join(""), hidden: pieces.filter(({ hidden }) => hidden) };
}

/** Blanks in place of everything but line breaks. */
export function blanked(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A line as it will be rendered, with all tags in it: tags can hold line breaks, and take them away. */
interface RenderedLine extends Span {
  readonly tags: readonly Tag[];
  readonly next: number;
}

function lineFrom(source: string, tags: readonly Tag[], first: number): RenderedLine {
  const tag = tags[first] as Tag;
  const start = source.lastIndexOf("\n", reachBack(source, tag) - 1) + 1;
  let end = lineEnd(source, tag);
  let next = first + 1;
  for (let other = tags[next]; other !== undefined; other = tags[next]) {
    if (other.start >= end && reachBack(source, other) > end) break;
    end = lineEnd(source, other);
    next++;
  }
  return { start: Math.min(start, tag.start), end, tags: tags.slice(first, next), next };
}

function reachBack(source: string, { start, trimsBefore }: Tag): number {
  return trimsBefore ? skipBlanksBack(source, 0, start) : start;
}

function lineEnd(source: string, { end, trimsBehind }: Tag): number {
  const newline = source.indexOf("\n", trimsBehind ? skipBlanks(source, end, source.length) : end);
  return newline === -1 ? source.length : newline;
}

function layOutLine(source: string, { start, end, tags }: RenderedLine, pieces: Piece[]): void {
  const content = contentOf(source, start, end, tags);
  const isInner = (tag: Tag): boolean => tag.start >= content.start && tag.end <= content.end;
  const hidden: Span[] = tags.filter(yields);
  const inner = tags.filter((tag) => !yields(tag) && isInner(tag));
  const [first] = inner;
  const last = inner[inner.length - 1];
  if (first !== undefined && last !== undefined) hidden.push({ start: first.start, end: last.end });
  const joined = firstJoined(source, content, tags);
  if (joined !== undefined) hidden.push({ start: joined, end: content.end });
  const own: Piece[] = merged(hidden).map((span) => ({ ...span, hidden: true }));
  for (const tag of tags)
    if (!yields(tag) && !isInner(tag)) own.push({ start: tag.start, end: tag.end, hidden: false });
  pieces.push(...own.sort((left, right) => left.start - right.start));
}

/** The same places, in order and without overlaps. */
export function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const before = found[found.length - 1];
    if (before === undefined || before.end < start) found.push({ start, end });
    else if (before.end < end) found[found.length - 1] = { start: before.start, end };
  }
  return found;
}

function yields({ kind }: Tag): boolean {
  return kind === "value" || kind === "other";
}

/** From the first to the last that a line has besides blanks and tags that yield nothing; empty: there is none. */
function contentOf(source: string, start: number, end: number, tags: readonly Tag[]): Span {
  let from = end;
  let to = start;
  let at = start;
  const text = (stop: number): void => {
    const first = skipBlanks(source, at, stop);
    if (first >= stop) return;
    from = Math.min(from, first);
    to = Math.max(to, skipBlanksBack(source, first, stop));
  };
  for (const tag of tags) {
    text(tag.start);
    if (yields(tag)) {
      from = Math.min(from, tag.start);
      to = Math.max(to, tag.end);
    }
    at = Math.max(at, tag.end);
  }
  text(end);
  return { start: from, end: Math.max(from, to) };
}

/** The first line break between content that a tag takes away, and with it all that tells two lines apart. */
function firstJoined(source: string, content: Span, tags: readonly Tag[]): number | undefined {
  let at = content.start;
  for (const tag of [...tags.filter(yields), { start: content.end, end: content.end }]) {
    const newline = at < tag.start ? source.slice(at, tag.start).indexOf("\n") : -1;
    if (newline !== -1) return at + newline;
    at = Math.max(at, tag.end);
  }
  return undefined;
}
