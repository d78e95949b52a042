// What is known of a text before any call: strings, and gaps where something stands that only a call tells.
// Splitting works on the known strings, so that `${TRUNK}/${EXTEN}` has a technology where TRUNK is a constant.

import { isHidden } from "../../syntax/template/marks.ts";
import { isBlank } from "../../text/ascii.ts";
import { hasSubstitution, type Text } from "../substitution/text.ts";

/** The value of one substitution where it is the same in every call; undefined where it is not. */
export type Resolve = (source: string, text: Text) => string | undefined;

export interface KnownText {
  readonly start: number;
  readonly end: number;
  /** In order; empty for the empty text. */
  readonly pieces: readonly KnownPiece[];
}

export interface KnownPiece {
  /** Where it is written. A substitution that is cut in two has the same place in both halves. */
  readonly start: number;
  readonly end: number;
  /** What stands there during a call; undefined: only the call tells. */
  readonly text: string | undefined;
  /** Whether it is written as it is, so that each character has its own offset. */
  readonly literal: boolean;
}

/** A known text in two, at a separator. */
export interface Cut {
  readonly before: KnownText;
  /** Undefined where the separator is missing. */
  readonly after: KnownText | undefined;
  /** Whether this holds only as long as no gap yields the separator. */
  readonly assumed: boolean;
}

const noPieces: readonly KnownPiece[] = [];

/** A text that is written as it is and not empty, as most are. */
class WrittenText implements KnownText {
  readonly start: number;
  readonly text: string;

  constructor(start: number, text: string) {
    this.start = start;
    this.text = text;
  }

  get end(): number {
    return this.start + this.text.length;
  }

  get pieces(): readonly KnownPiece[] {
    const { start, end, text } = this;
    return [{ start, end, text, literal: true }];
  }

  part(from: number, to: number): KnownText {
    if (to - from === this.text.length) return this;
    const start = this.start + from;
    return from < to ? new WrittenText(start, this.text.slice(from, to)) : emptyText(start);
  }

  /** Cuts out one character; all of it is before where there is none. */
  cutAt(offset: number): Cut {
    if (offset < 0) return { before: this, after: undefined, assumed: false };
    const after = this.part(offset + 1, this.text.length);
    return { before: this.part(0, offset), after, assumed: false };
  }
}

function emptyText(at: number): KnownText {
  return { start: at, end: at, pieces: noPieces };
}

/** Reads a text with the values that `resolve` knows. */
export function knownText(source: string, text: Text, resolve?: Resolve): KnownText {
  if (!hasSubstitution(text)) return wholeText(source.slice(text.start, text.end), text.start, text.end);
  const pieces: KnownPiece[] = [];
  for (const part of text.parts) {
    const { start, end } = part;
    if (part.kind === "literal") pieces.push(literalPiece(source.slice(start, end), start, end, true));
    else {
      const value = resolve?.(source, { start, end, parts: [part] });
      if (value !== "") pieces.push({ start, end, text: value, literal: false });
    }
  }
  return { start: text.start, end: text.end, pieces };
}

/** A text that is known as a whole; where it is written nowhere, such as a default, it has no length. */
export function wholeText(text: string, start: number, end: number = start): KnownText {
  if (text === "") return { start, end, pieces: noPieces };
  const literal = end - start === text.length;
  if (literal && !isHidden(text)) return new WrittenText(start, text);
  return { start, end, pieces: [literalPiece(text, start, end, literal)] };
}

/** A text as it is written; what a template engine puts in its place is as unknown as what a call does. */
function literalPiece(text: string, start: number, end: number, literal: boolean): KnownPiece {
  return isHidden(text) ? { start, end, text: undefined, literal: false } : { start, end, text, literal };
}

/** The whole text where no gap is in it. */
export function knownValue(known: KnownText): string | undefined {
  if (known instanceof WrittenText) return known.text;
  const { pieces } = known;
  const first = pieces[0];
  if (first === undefined) return "";
  if (pieces.length === 1) return first.text;
  const strings: string[] = [];
  for (const { text } of pieces) {
    if (text === undefined) return undefined;
    strings.push(text);
  }
  return strings.join("");
}

/** Whether nothing stands there in any call. */
export function isEmptyText(known: KnownText): boolean {
  return !(known instanceof WrittenText) && known.pieces.length === 0;
}

export function hasGap(known: KnownText): boolean {
  return !(known instanceof WrittenText) && known.pieces.some(({ text }) => text === undefined);
}

/** Splits at each separator in the known strings. */
export function splitKnown(known: KnownText, separator: string): KnownText[] {
  if (known instanceof WrittenText) return splitWritten(known, separator);
  if (!known.pieces.some(({ text }) => text?.includes(separator))) return [known];
  const found: KnownText[] = [];
  let from: Place = { index: 0, offset: 0 };
  for (let index = 0; index < known.pieces.length; index++) {
    const { text } = known.pieces[index] as KnownPiece;
    if (text === undefined) continue;
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      found.push(between(known, from, { index, offset: at }));
      from = { index, offset: at + 1 };
    }
  }
  found.push(between(known, from, endOf(known)));
  return found;
}

function splitWritten(known: WrittenText, separator: string): KnownText[] {
  const { text } = known;
  let at = text.indexOf(separator);
  if (at < 0) return [known];
  const found: KnownText[] = [];
  let from = 0;
  for (; at >= 0; at = text.indexOf(separator, from)) {
    found.push(known.part(from, at));
    from = at + 1;
  }
  found.push(known.part(from, text.length));
  return found;
}

/** Cuts at the first separator. */
export function cutKnown(known: KnownText, separator: string): Cut {
  if (known instanceof WrittenText) return known.cutAt(known.text.indexOf(separator));
  let assumed = false;
  for (let index = 0; index < known.pieces.length; index++) {
    const { text } = known.pieces[index] as KnownPiece;
    const offset = text?.indexOf(separator);
    if (offset === undefined) assumed = true;
    else if (offset >= 0) return cutAt(known, { index, offset }, assumed);
  }
  return { before: known, after: undefined, assumed };
}

/** Cuts at the last separator. */
export function cutKnownLast(known: KnownText, separator: string): Cut {
  if (known instanceof WrittenText) return known.cutAt(known.text.lastIndexOf(separator));
  let assumed = false;
  for (let index = known.pieces.length - 1; index >= 0; index--) {
    const { text } = known.pieces[index] as KnownPiece;
    const offset = text?.lastIndexOf(separator);
    if (offset === undefined) assumed = true;
    else if (offset >= 0) return cutAt(known, { index, offset }, assumed);
  }
  return { before: known, after: undefined, assumed };
}

/** Cuts at the first separator outside parentheses, square brackets and double quotes. */
export function cutProtected(known: KnownText, separator: string): Cut {
  let assumed = false;
  let depth = 0;
  let quoted = false;
  const { pieces } = known;
  for (let index = 0; index < pieces.length; index++) {
    const { text } = pieces[index] as KnownPiece;
    if (text === undefined) {
      assumed = true;
      continue;
    }
    for (let offset = 0; offset < text.length; offset++) {
      const char = text[offset];
      if (char === "\\") offset++;
      else if (char === '"') quoted = !quoted;
      else if (char === "(" || char === "[") depth++;
      else if (char === ")" || char === "]") depth = Math.max(0, depth - 1);
      else if (char === separator && depth === 0 && !quoted) return cutAt(known, { index, offset }, assumed);
    }
  }
  return { before: known, after: undefined, assumed };
}

/** Without blanks at both ends. */
export function trimKnown(known: KnownText): KnownText {
  if (known instanceof WrittenText) return trimWritten(known);
  const { pieces } = known;
  let first = 0;
  let start = 0;
  for (; first < pieces.length; first++, start = 0) {
    const text = pieces[first]?.text;
    if (text === undefined) break;
    while (start < text.length && isBlank(text.charCodeAt(start))) start++;
    if (start < text.length) break;
  }
  if (first === pieces.length) return { start: known.end, end: known.end, pieces: noPieces };
  let last = pieces.length - 1;
  let end = 0;
  for (; last >= first; last--) {
    const text = pieces[last]?.text;
    end = text?.length ?? 0;
    if (text === undefined) break;
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > 0) break;
  }
  const whole = first === 0 && start === 0 && last === pieces.length - 1;
  if (whole && end === (pieces[last]?.text?.length ?? 0)) return known;
  return between(known, { index: first, offset: start }, { index: last, offset: end });
}

function trimWritten(known: WrittenText): KnownText {
  const { text } = known;
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? known.part(start, end) : emptyText(known.end);
}

/** Whether it can be `candidate` in some call: gaps hold anything. */
export function couldBe({ pieces }: KnownText, candidate: string): boolean {
  const runs = knownRuns(pieces);
  const first = runs[0] ?? "";
  const last = runs[runs.length - 1] ?? "";
  if (runs.length === 1) return candidate === first;
  if (candidate.length < first.length + last.length) return false;
  if (!candidate.startsWith(first) || !candidate.endsWith(last)) return false;
  const end = candidate.length - last.length;
  let from = first.length;
  for (let index = 1; index < runs.length - 1; index++) {
    const run = runs[index] ?? "";
    const at = candidate.indexOf(run, from);
    if (at < 0 || at + run.length > end) return false;
    from = at + run.length;
  }
  return true;
}

/** The known strings before, between and behind the gaps. */
function knownRuns(pieces: readonly KnownPiece[]): string[] {
  const runs: string[] = [];
  let run = "";
  for (const { text } of pieces) {
    if (text === undefined) {
      runs.push(run);
      run = "";
    } else run += text;
  }
  runs.push(run);
  return runs;
}

/** A place in a known text: a piece, and an offset in its string. */
interface Place {
  readonly index: number;
  readonly offset: number;
}

function endOf({ pieces }: KnownText): Place {
  const index = Math.max(0, pieces.length - 1);
  return { index, offset: pieces[index]?.text?.length ?? 0 };
}

function cutAt(known: KnownText, place: Place, assumed: boolean): Cut {
  const before = between(known, { index: 0, offset: 0 }, place);
  const after = between(known, { index: place.index, offset: place.offset + 1 }, endOf(known));
  return { before, after, assumed };
}

function between(known: KnownText, from: Place, to: Place): KnownText {
  if (known instanceof WrittenText) return known.part(from.offset, to.offset);
  const pieces: KnownPiece[] = [];
  for (let index = from.index; index <= to.index; index++) {
    const piece = known.pieces[index] as KnownPiece;
    const { text } = piece;
    if (text === undefined) {
      pieces.push(piece);
      continue;
    }
    const start = index === from.index ? from.offset : 0;
    const end = index === to.index ? to.offset : text.length;
    if (start >= end) continue;
    if (start === 0 && end === text.length) pieces.push(piece);
    else if (piece.literal) {
      const moved = { start: piece.start + start, end: piece.start + end };
      pieces.push({ ...moved, text: text.slice(start, end), literal: true });
    } else pieces.push({ ...piece, text: text.slice(start, end) });
  }
  const first = offsetOf(known, from, "start");
  return { start: first, end: Math.max(first, offsetOf(known, to, "end")), pieces };
}

/** Where a place is written; within a substitution its own start or end. */
function offsetOf(known: KnownText, { index, offset }: Place, side: "start" | "end"): number {
  const piece = known.pieces[index];
  if (piece === undefined) return known[side];
  if (piece.literal) return piece.start + offset;
  if (side === "start") return offset > 0 && offset >= (piece.text?.length ?? 0) ? piece.end : piece.start;
  return piece.text !== undefined && offset === 0 ? piece.start : piece.end;
}
