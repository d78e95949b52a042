// The arguments of an application or function, split as Asterisk splits them (__ast_app_separate_args in main/app.c).
// A substitution happens before the splitting, so to us it is one block that may yield separators.

import type { ArgumentSpec } from "../../catalog/dialplan-spec.ts";
import { exact } from "../../text/exact.ts";
import { hasSubstitution, LiteralText, literalText, type Part, type Text } from "../substitution/text.ts";
import { type KnownPiece, type KnownText, knownText, type Resolve } from "./known-text.ts";

export interface Argument {
  readonly start: number;
  readonly end: number;
  readonly text: Text;
  /** As written. */
  readonly raw: string;
  /** Whether Asterisk takes double quotes and single backslashes out of it. */
  readonly unquoted: boolean;
  /** What the application gets; undefined where a substitution is in it. */
  readonly value: string | undefined;
  readonly spec: ArgumentSpec | undefined;
}

/** How a text is split. */
export interface Splitting {
  readonly separator: string;
  /** Whether parentheses, square brackets, double quotes and backslashes protect a separator. */
  readonly protects: boolean;
  /** Whether quotes and backslashes are taken out of all but the last argument that can be. */
  readonly unquotes: boolean;
  /** At most so many; the last one keeps the rest as it is. */
  readonly most: number;
}

/** Where an argument begins and ends, before it has a specification. */
export interface Slice {
  readonly text: Text;
  readonly unquoted: boolean;
}

export interface Slices {
  readonly slices: readonly Slice[];
  /** How many of the first ones are certain whatever the substitutions yield. */
  readonly certain: number;
}

const nothing: Slices = { slices: [], certain: 0 };

/** Splits a text; the empty text has no arguments. */
export function splitText(source: string, text: Text, splitting: Splitting): Slices {
  if (text.start >= text.end) return nothing;
  const { most, separator } = splitting;
  const separatorCode = separator.charCodeAt(0);
  if (most <= 1) return { slices: [{ text, unquoted: false }], certain: 1 };
  if (!hasSubstitution(text)) return splitLiteral(source, text, splitting);
  const { parts: all } = text;
  const slices: Slice[] = [];
  let parts: Part[] = [];
  let start = text.start;
  let open: number | undefined;
  let parentheses = 0;
  let brackets = 0;
  let quoted = false;
  for (let index = 0; index < all.length; index++) {
    const part = all[index] as Part;
    if (part.kind !== "literal") {
      parts.push(part);
      if (parentheses === 0 && brackets === 0 && !quoted) open ??= slices.length;
      continue;
    }
    let literal = part.start;
    for (let at = part.start; at < part.end; at++) {
      const code = source.charCodeAt(at);
      if (code === separatorCode && parentheses === 0 && brackets === 0 && !quoted) {
        if (literal < at) parts.push({ kind: "literal", start: literal, end: at });
        slices.push({ text: { start, end: at, parts: exact(parts) }, unquoted: splitting.unquotes });
        parts = [];
        start = literal = at + 1;
        if (slices.length === most - 1) {
          const rest = restOf(all, index, start, text.end);
          slices.push({ text: rest, unquoted: false });
          return { slices, certain: open ?? most };
        }
      } else if (!splitting.protects) continue;
      else if (code === 0x28) parentheses++;
      else if (code === 0x29) parentheses = parentheses === 0 ? 0 : parentheses - 1;
      else if (code === 0x5b) brackets++;
      else if (code === 0x5d) brackets = brackets === 0 ? 0 : brackets - 1;
      else if (code === 0x22) quoted = !quoted;
      else if (code === 0x5c) at++;
    }
    if (literal === part.start) parts.push(part);
    else if (literal < part.end) parts.push({ kind: "literal", start: literal, end: part.end });
  }
  const last = slices.length === 0 ? text : { start, end: text.end, parts: exact(parts) };
  slices.push({ text: last, unquoted: splitting.unquotes });
  return { slices, certain: open ?? slices.length };
}

/** The same for a text without substitutions. */
function splitLiteral(
  source: string,
  text: Text,
  { separator, protects, unquotes, most }: Splitting,
): Slices {
  const separatorCode = separator.charCodeAt(0);
  const slices: Slice[] = [];
  let start = text.start;
  let parentheses = 0;
  let brackets = 0;
  let quoted = false;
  for (let at = start; at < text.end; at++) {
    const code = source.charCodeAt(at);
    if (code === separatorCode && parentheses === 0 && brackets === 0 && !quoted) {
      slices.push({ text: literalText(start, at), unquoted: unquotes });
      start = at + 1;
      if (slices.length === most - 1) {
        slices.push({ text: literalText(start, text.end), unquoted: false });
        return { slices, certain: most };
      }
    } else if (!protects) continue;
    else if (code === 0x28) parentheses++;
    else if (code === 0x29) parentheses = parentheses === 0 ? 0 : parentheses - 1;
    else if (code === 0x5b) brackets++;
    else if (code === 0x5d) brackets = brackets === 0 ? 0 : brackets - 1;
    else if (code === 0x22) quoted = !quoted;
    else if (code === 0x5c) at++;
  }
  slices.push({ text: slices.length === 0 ? text : literalText(start, text.end), unquoted: unquotes });
  return { slices, certain: slices.length };
}

function restOf(all: readonly Part[], index: number, start: number, end: number): Text {
  const parts: Part[] = [];
  const first = all[index];
  if (first !== undefined && start < first.end) parts.push({ kind: "literal", start, end: first.end });
  for (let next = index + 1; next < all.length; next++) parts.push(all[next] as Part);
  return { start, end, parts: exact(parts) };
}

/** An argument of a slice. */
export function argumentOf(source: string, slice: Slice, spec: ArgumentSpec | undefined): Argument {
  const { text, unquoted } = slice;
  return text instanceof LiteralText
    ? new WrittenArgument(source, text, unquoted, spec)
    : new SubstitutedArgument(source, text, unquoted, spec);
}

/** An argument without substitutions is its own text. Cuts its strings out only when somebody asks for them. */
class WrittenArgument extends LiteralText implements Argument {
  readonly unquoted: boolean;
  readonly spec: ArgumentSpec | undefined;
  private readonly source: string;

  constructor(source: string, { start, end }: Text, unquoted: boolean, spec: ArgumentSpec | undefined) {
    super(start, end);
    this.source = source;
    this.unquoted = unquoted;
    this.spec = spec;
  }

  get text(): Text {
    return this;
  }

  get raw(): string {
    return this.source.slice(this.start, this.end);
  }

  get value(): string {
    return this.unquoted ? withoutQuotes(this.raw) : this.raw;
  }
}

/** The same of an argument in which a substitution may stand. */
class SubstitutedArgument implements Argument {
  readonly text: Text;
  readonly unquoted: boolean;
  readonly spec: ArgumentSpec | undefined;
  private readonly source: string;

  constructor(source: string, text: Text, unquoted: boolean, spec: ArgumentSpec | undefined) {
    this.source = source;
    this.text = text;
    this.unquoted = unquoted;
    this.spec = spec;
  }

  get start(): number {
    return this.text.start;
  }

  get end(): number {
    return this.text.end;
  }

  get raw(): string {
    return this.source.slice(this.text.start, this.text.end);
  }

  get value(): string | undefined {
    return hasSubstitution(this.text) ? undefined : this.unquoted ? withoutQuotes(this.raw) : this.raw;
  }
}

/** A text as Asterisk leaves it where it takes quotes and backslashes out. */
function withoutQuotes(raw: string): string {
  if (!raw.includes('"') && !raw.includes("\\")) return raw;
  return raw.replace(/"|\\([\s\S]?)/g, "$1");
}

/** What is known of an argument, quotes and backslashes taken out. */
export function knownArgument(source: string, argument: Argument, resolve?: Resolve): KnownText {
  const known = knownText(source, argument.text, resolve);
  if (!argument.unquoted || (!argument.raw.includes('"') && !argument.raw.includes("\\"))) return known;
  return { start: known.start, end: known.end, pieces: known.pieces.flatMap(unquotedPieces) };
}

function unquotedPieces(piece: KnownPiece): KnownPiece[] {
  const { text, start, literal } = piece;
  if (text === undefined) return [piece];
  if (!literal) return [{ ...piece, text: withoutQuotes(text) }];
  const kept: KnownPiece[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char !== '"' && char !== "\\" && char !== undefined) continue;
    if (from < at)
      kept.push({ start: start + from, end: start + at, text: text.slice(from, at), literal: true });
    from = at + 1;
    if (char === "\\") at++;
  }
  return kept;
}

/** The part of a text between two offsets that do not lie within a substitution. */
export function sliceText(text: Text, start: number, end: number): Text {
  if (start <= text.start && end >= text.end) return text;
  if (!hasSubstitution(text)) return literalText(start, end);
  const { parts } = text;
  const kept: Part[] = [];
  for (let index = firstEndingBehind(parts, start); index < parts.length; index++) {
    const part = parts[index] as Part;
    if (part.start >= end) break;
    if (part.kind !== "literal" || (part.start >= start && part.end <= end)) kept.push(part);
    else kept.push({ kind: "literal", start: Math.max(part.start, start), end: Math.min(part.end, end) });
  }
  return { start, end, parts: exact(kept) };
}

function firstEndingBehind(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle] as Part).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first or last place of a character outside substitutions; -1 where there is none. */
export function findLiteral(source: string, text: Text, char: string, from: "first" | "last"): number {
  const { parts } = text;
  const step = from === "first" ? 1 : -1;
  for (let index = step > 0 ? 0 : parts.length - 1; index >= 0 && index < parts.length; index += step) {
    const part = parts[index] as Part;
    if (part.kind !== "literal") continue;
    const piece = source.slice(part.start, part.end);
    const found = step > 0 ? piece.indexOf(char) : piece.lastIndexOf(char);
    if (found >= 0) return part.start + found;
  }
  return -1;
}
