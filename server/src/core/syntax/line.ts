// The lines of a file that mean something to Asterisk. Blank lines and comments leave no record.

import type { Span } from "../text/span.ts";

/**
 * The text of a line as Asterisk sees it where that differs from the source: `\;` has lost its backslash and
 * an inner `;-- --;` is gone. Piece i holds the source from `sources[i]` and begins at `starts[i]` of `text`.
 */
export interface Cooked {
  readonly text: string;
  readonly starts: readonly number[];
  readonly sources: readonly number[];
}

/** Where a line stands in its file. */
export interface Place {
  /** Number of the physical line in its file, 1-based. */
  readonly number: number;
  /** Source offsets of the physical line without its newline. */
  readonly start: number;
  readonly end: number;
}

/**
 * What all kinds of lines have. Offsets of pieces are given and answered as they are in the line's text (see `cooked`)
 * and held from the beginning of the line on, so that little changes when the line moves.
 */
abstract class PlacedLine implements Place {
  /** Nobody but `move` changes the first three. */
  number: number;
  start: number;
  /** Set where the offsets of pieces count in `cooked.text` instead of the source; see `sourceSpan`. */
  cooked: Cooked | undefined;
  private readonly length: number;

  constructor(place: Place, cooked: Cooked | undefined) {
    this.number = place.number;
    this.start = place.start;
    this.cooked = cooked;
    this.length = place.end - place.start;
  }

  get end(): number {
    return this.start + this.length;
  }

  /** Where the offsets of pieces are held from. */
  protected get origin(): number {
    return this.cooked === undefined ? this.start : 0;
  }

  /** So many characters and lines further down. */
  move(by: number, lines: number): void {
    this.number += lines;
    this.start += by;
    if (this.cooked === undefined) return;
    const { text, starts, sources } = this.cooked;
    this.cooked = { text, starts, sources: sources.map((source) => source + by) };
  }
}

/** What stands behind the name of a section. Nearly all headers of a file end in one of a few ways, and share it. */
export interface HeaderEnding {
  /** The comma-separated items in the parentheses, or none where no "(" touches the "]". */
  readonly modifiers: readonly Modifier[];
  readonly fault: "no-closing-bracket" | "no-closing-parenthesis" | undefined;
  /** From the end of the name on: where the ignored rest begins, after "]" or ")", and where it ends. */
  readonly restAt: number;
  readonly restEndAt: number;
}

export class SectionLine extends PlacedLine {
  /** The text between the brackets, blanks and all, not yet cut to Asterisk's 79 bytes. */
  readonly name: string;
  private readonly nameAt: number;
  private readonly ending: HeaderEnding;

  constructor(
    place: Place,
    cooked: Cooked | undefined,
    name: string,
    nameStart: number,
    ending: HeaderEnding,
  ) {
    super(place, cooked);
    this.name = name;
    this.nameAt = nameStart - this.origin;
    this.ending = ending;
  }

  get kind(): "section" {
    return "section";
  }

  get nameStart(): number {
    return this.origin + this.nameAt;
  }

  get nameEnd(): number {
    return this.nameStart + this.name.length;
  }

  get modifiers(): readonly Modifier[] {
    return this.ending.modifiers;
  }

  get fault(): HeaderEnding["fault"] {
    return this.ending.fault;
  }

  get restStart(): number {
    return this.nameEnd + this.ending.restAt;
  }

  get restEnd(): number {
    return this.nameEnd + this.ending.restEndAt;
  }

  copy(): SectionLine {
    return new SectionLine(this, this.cooked, this.name, this.nameStart, this.ending);
  }
}

export interface Modifier {
  readonly text: string;
  /** From the end of the name on; see `modifierSpan`. */
  readonly start: number;
  readonly end: number;
}

/** What stands in front of a value. Nearly all lines of a file begin in one of a few ways, and share it. */
export interface OptionBeginning {
  readonly name: string;
  /** From the beginning of the line on. */
  readonly nameAt: number;
  readonly operator: "=" | "=>" | "+=";
  readonly valueAt: number;
}

export class OptionLine extends PlacedLine {
  readonly value: string;
  protected readonly beginning: OptionBeginning;

  constructor(place: Place, cooked: Cooked | undefined, beginning: OptionBeginning, value: string) {
    super(place, cooked);
    this.beginning = beginning;
    this.value = value;
  }

  get kind(): "option" {
    return "option";
  }

  get name(): string {
    return this.beginning.name;
  }

  get nameStart(): number {
    return this.origin + this.beginning.nameAt;
  }

  get nameEnd(): number {
    return this.nameStart + this.name.length;
  }

  get operator(): OptionBeginning["operator"] {
    return this.beginning.operator;
  }

  get valueStart(): number {
    return this.origin + this.beginning.valueAt;
  }

  get valueEnd(): number {
    return this.valueStart + this.value.length;
  }

  /** Everything after "+=" with its blanks, which `+=` keeps inside the joined value; empty for the others. */
  get appended(): string {
    return "";
  }

  copy(): OptionLine {
    return new OptionLine(this, this.cooked, this.beginning, this.value);
  }
}

/** A line with "+=". */
export class AppendLine extends OptionLine {
  private readonly whole: string;

  constructor(
    place: Place,
    cooked: Cooked | undefined,
    beginning: OptionBeginning,
    value: string,
    whole: string,
  ) {
    super(place, cooked, beginning, value);
    this.whole = whole;
  }

  override get appended(): string {
    return this.whole;
  }

  override copy(): AppendLine {
    return new AppendLine(this, this.cooked, this.beginning, this.value, this.whole);
  }
}

export class DirectiveLine extends PlacedLine {
  readonly word: string;
  /** The argument without its quotes, or undefined where there is none. */
  readonly argument: string | undefined;
  private readonly wordAt: number;
  private readonly argumentAt: number;
  private readonly argumentLength: number;

  constructor(
    place: Place,
    cooked: Cooked | undefined,
    word: string,
    wordStart: number,
    argument: string | undefined,
    argumentSpan: Span,
  ) {
    super(place, cooked);
    const { origin } = this;
    this.word = word;
    this.wordAt = wordStart - origin;
    this.argument = argument;
    this.argumentAt = argumentSpan.start - origin;
    this.argumentLength = argumentSpan.end - argumentSpan.start;
  }

  get kind(): "directive" {
    return "directive";
  }

  get wordStart(): number {
    return this.origin + this.wordAt;
  }

  get wordEnd(): number {
    return this.wordStart + this.word.length;
  }

  get argumentStart(): number {
    return this.origin + this.argumentAt;
  }

  get argumentEnd(): number {
    return this.argumentStart + this.argumentLength;
  }

  copy(): DirectiveLine {
    const { cooked, word, wordStart, argument, argumentStart: start, argumentEnd: end } = this;
    return new DirectiveLine(this, cooked, word, wordStart, argument, { start, end });
  }
}

export class MalformedLine extends PlacedLine {
  readonly fault: "too-long" | "no-equals" | "no-name" | "invalid-escape";
  private readonly textAt: number;
  private readonly textLength: number;

  constructor(place: Place, cooked: Cooked | undefined, fault: MalformedLine["fault"], text: Span) {
    super(place, cooked);
    this.fault = fault;
    this.textAt = text.start - this.origin;
    this.textLength = text.end - text.start;
  }

  get kind(): "malformed" {
    return "malformed";
  }

  get textStart(): number {
    return this.origin + this.textAt;
  }

  get textEnd(): number {
    return this.textStart + this.textLength;
  }

  copy(): MalformedLine {
    const { cooked, fault, textStart: start, textEnd: end } = this;
    return new MalformedLine(this, cooked, fault, { start, end });
  }
}

export type Line = SectionLine | OptionLine | DirectiveLine | MalformedLine;

/** Where a modifier stands in the source. */
export function modifierSpan(line: SectionLine, { start, end }: Span): Span {
  return sourceSpan(line, line.nameEnd + start, line.nameEnd + end);
}

/** Source span of a piece of a line given in the line's own offsets. */
export function sourceSpan(line: { readonly cooked: Cooked | undefined }, start: number, end: number): Span {
  if (line.cooked === undefined) return { start, end };
  return end > start
    ? { start: sourceOffset(line.cooked, start), end: sourceOffset(line.cooked, end - 1) + 1 }
    : emptySpan(sourceOffset(line.cooked, start));
}

function emptySpan(offset: number): Span {
  return { start: offset, end: offset };
}

function sourceOffset(cooked: Cooked, offset: number): number {
  let piece = 0;
  for (let index = 1; index < cooked.starts.length; index++) {
    if ((cooked.starts[index] ?? 0) <= offset) piece = index;
    else break;
  }
  return (cooked.sources[piece] ?? 0) + offset - (cooked.starts[piece] ?? 0);
}
