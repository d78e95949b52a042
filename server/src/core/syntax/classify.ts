// Tells what a line without comments is: process_text_line (main/config.c) up to the point where other lines
// matter. Only the first character decides: "[" a section, "#" a directive, anything else an option.

import { isBlank, skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import { decodeBytes, encodeText, isEscapedByte } from "../text/bytes.ts";
import {
  AppendLine,
  type Cooked,
  DirectiveLine,
  type HeaderEnding,
  type Line,
  MalformedLine,
  type Modifier,
  type OptionBeginning,
  OptionLine,
  type Place,
  SectionLine,
} from "./line.ts";

/** More different texts than this are not worth remembering. */
const maximumTexts = 5000;

/**
 * The beginnings of options and the ends of headers met so far. A file repeats a few of them very often: one object for each
 * keeps memory small, and one string for each name makes every later look-up by name a comparison of pointers.
 */
export class MetTexts {
  readonly #names = new Map<string, string>();
  readonly #beginnings = new Map<string, OptionBeginning>();
  readonly #endings = new Map<string, HeaderEnding>();

  /** `text`: all of a line in front of the value, which begins at `valueAt`. */
  beginning(
    text: string,
    nameAt: number,
    nameEnd: number,
    operator: OptionBeginning["operator"],
  ): OptionBeginning {
    const known = this.#beginnings.get(text);
    // It may stand in a comment that began on a line before.
    if (known?.nameAt === nameAt && known.name.length === nameEnd - nameAt) return known;
    const made = { name: this.#name(text.slice(nameAt, nameEnd)), nameAt, operator, valueAt: text.length };
    if (this.#beginnings.size < maximumTexts) this.#beginnings.set(text, made);
    return made;
  }

  #name(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size < maximumTexts) this.#names.set(text, text);
    return text;
  }

  /** `text`: all of a line behind the name. */
  ending(text: string): HeaderEnding {
    const known = this.#endings.get(text);
    if (known !== undefined) return known;
    const made = headerEnding(text);
    if (this.#endings.size < maximumTexts) this.#endings.set(text, made);
    return made;
  }
}

const openBracket = 91;
const hash = 35;
const backslash = 92;
const plus = 43;
const greater = 62;

/**
 * Classifies `text` from `start` to `end`, already trimmed and not empty.
 * `equals` is the offset of the first "=" at or after `start`, anywhere (-1: none); callers remember it so
 * that no search runs past its line twice.
 */
export function classify(
  text: string,
  start: number,
  end: number,
  equals: number,
  place: Place,
  cooked: Cooked | undefined,
  met: MetTexts,
): Line {
  const first = text.charCodeAt(start);
  if (first === openBracket) return sectionLine(text, start, end, place, cooked, met);
  if (first === hash) return directiveLine(text, start, end, place, cooked);

  let nameStart = start;
  let at = equals;
  if (first === backslash) {
    // The escaped byte may be "=" itself, but no blank and no byte above 127 (a signed comparison).
    nameStart = start + 1;
    const escaped = nameStart < end ? text.charCodeAt(nameStart) : 0;
    if (isBlank(escaped) || escaped > 127) return malformed("invalid-escape", start, end, place, cooked);
    at = find(text, "=", nameStart + 1, end);
  }
  if (at === -1 || at >= end) return malformed("no-equals", start, end, place, cooked);

  const escapedUnits = nameStart - start;
  const append = at > nameStart + escapedUnits && text.charCodeAt(at - 1) === plus;
  const arrow = !append && at + 1 < end && text.charCodeAt(at + 1) === greater;
  const nameEnd = skipBlanksBack(text, nameStart, append ? at - 1 : at);
  if (nameEnd === nameStart) return malformed("no-name", start, end, place, cooked);
  const afterOperator = arrow ? at + 2 : at + 1;
  const valueStart = skipBlanks(text, afterOperator, end);
  const origin = cooked === undefined ? place.start : 0;
  const before = text.slice(origin, valueStart);
  const operator = append ? "+=" : arrow ? "=>" : "=";
  const beginning = met.beginning(before, nameStart - origin, nameEnd - origin, operator);
  const value = text.slice(valueStart, end);
  return append
    ? new AppendLine(place, cooked, beginning, value, text.slice(afterOperator, end))
    : new OptionLine(place, cooked, beginning, value);
}

function malformed(
  fault: "no-equals" | "no-name" | "invalid-escape",
  start: number,
  end: number,
  place: Place,
  cooked: Cooked | undefined,
): Line {
  return new MalformedLine(place, cooked, fault, { start, end });
}

function sectionLine(
  text: string,
  start: number,
  end: number,
  place: Place,
  cooked: Cooked | undefined,
  met: MetTexts,
): SectionLine {
  const close = find(text, "]", start, end);
  const nameEnd = close === -1 ? end : close;
  const name = text.slice(start + 1, nameEnd);
  return new SectionLine(place, cooked, name, start + 1, met.ending(text.slice(nameEnd, end)));
}

/** `text`: from the "]" on; empty where there is none. */
function headerEnding(text: string): HeaderEnding {
  const hasOptions = text[1] === "(";
  const last = hasOptions ? text.indexOf(")", 2) : -1;
  const unclosed = text === "" || (hasOptions && last === -1);
  return {
    modifiers: last === -1 ? noModifiers : modifiers(text, last),
    fault: text === "" ? "no-closing-bracket" : unclosed ? "no-closing-parenthesis" : undefined,
    restAt: unclosed ? text.length : hasOptions ? last + 1 : 1,
    restEndAt: text.length,
  };
}

const noModifiers: readonly Modifier[] = [];

/** Splits at every comma and trims nothing; no comma at all still makes one item. */
function modifiers(text: string, end: number): readonly Modifier[] {
  let start = 2;
  return text
    .slice(start, end)
    .split(",")
    .map((item) => {
      const modifier = { text: item, start, end: start + item.length };
      start = modifier.end + 1;
      return modifier;
    });
}

function directiveLine(
  text: string,
  start: number,
  end: number,
  place: Place,
  cooked: Cooked | undefined,
): DirectiveLine {
  const wordStart = start + 1;
  let wordEnd = wordStart;
  while (wordEnd < end && text.charCodeAt(wordEnd) > 32 && text.charCodeAt(wordEnd) < 128) wordEnd++;
  const word = text.slice(wordStart, wordEnd);
  const rest = afterWord(text, wordEnd, end);
  let argumentStart = skipBlanks(text, rest.start, end);
  let argumentEnd = skipBlanksBack(text, argumentStart, end);
  if (argumentStart === argumentEnd && rest.leftover === "") {
    const nowhere = { start: argumentStart, end: argumentEnd };
    return new DirectiveLine(place, cooked, word, wordStart, undefined, nowhere);
  }
  if (rest.leftover === "" && isQuoted(text, argumentStart, argumentEnd)) {
    argumentStart += 1;
    argumentEnd = Math.max(argumentStart, argumentEnd - 1);
  }
  const argument = rest.leftover + text.slice(rest.leftover === "" ? argumentStart : rest.start, argumentEnd);
  return new DirectiveLine(place, cooked, word, wordStart, argument, {
    start: argumentStart,
    end: argumentEnd,
  });
}

/**
 * The byte that ends the word is dropped. Where it is the first byte of a longer character, that
 * character's other bytes stay and become the beginning of the argument.
 */
function afterWord(text: string, wordEnd: number, end: number): { leftover: string; start: number } {
  if (wordEnd >= end) return { leftover: "", start: end };
  const unit = text.charCodeAt(wordEnd);
  if (unit < 128 || isEscapedByte(unit)) return { leftover: "", start: wordEnd + 1 };
  const character = String.fromCodePoint(text.codePointAt(wordEnd) ?? 0);
  return { leftover: decodeBytes(encodeText(character).subarray(1)), start: wordEnd + character.length };
}

/** In quotes or angle brackets. A lone quote counts as both of its ends, as in Asterisk. */
function isQuoted(text: string, start: number, end: number): boolean {
  const first = text[start];
  const last = text[end - 1];
  return (first === '"' && last === '"') || (first === "<" && last === ">");
}

function find(text: string, character: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf(character);
  return at === -1 ? -1 : start + at;
}
