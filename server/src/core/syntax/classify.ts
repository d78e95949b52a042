// Tells what a line without comments is: process_text_line (main/config.c) up to the point where other lines
// matter. Only the first character decides: "[" a section, "#" a directive, anything else an option.

import { isBlank, skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import { decodeBytes, encodeText, isEscapedByte } from "../text/bytes.ts";
import type { Cooked, DirectiveLine, Line, Modifier, SectionLine } from "./line.ts";

/** Where a line stands in its file. */
export interface Place {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The option names met so far. A file repeats a few names very often: one string for each keeps memory small and
 * makes every later look-up by name a comparison of pointers.
 */
export type Names = Map<string, string>;

/** More different names than this are not worth remembering. */
const maximumNames = 5000;

function sameString(names: Names, name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size < maximumNames) names.set(name, name);
  return name;
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
  names: Names,
): Line {
  const first = text.charCodeAt(start);
  if (first === openBracket) return sectionLine(text, start, end, place, cooked);
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
  return {
    kind: "option",
    number: place.number,
    start: place.start,
    end: place.end,
    cooked,
    name: sameString(names, text.slice(nameStart, nameEnd)),
    nameStart,
    nameEnd,
    operator: append ? "+=" : arrow ? "=>" : "=",
    value: text.slice(valueStart, end),
    valueStart,
    valueEnd: end,
    appended: append ? text.slice(afterOperator, end) : "",
  };
}

function malformed(
  fault: "no-equals" | "no-name" | "invalid-escape",
  textStart: number,
  textEnd: number,
  place: Place,
  cooked: Cooked | undefined,
): Line {
  return { kind: "malformed", ...place, cooked, fault, textStart, textEnd };
}

function sectionLine(
  text: string,
  start: number,
  end: number,
  place: Place,
  cooked: Cooked | undefined,
): SectionLine {
  const close = find(text, "]", start, end);
  const hasOptions = close !== -1 && close + 1 < end && text[close + 1] === "(";
  const last = hasOptions ? find(text, ")", close + 2, end) : -1;
  const nameEnd = close === -1 ? end : close;
  const unclosed = close === -1 || (hasOptions && last === -1);
  return {
    kind: "section",
    number: place.number,
    start: place.start,
    end: place.end,
    cooked,
    name: text.slice(start + 1, nameEnd),
    nameStart: start + 1,
    nameEnd,
    modifiers: last === -1 ? noModifiers : modifiers(text, close + 2, last),
    restStart: unclosed ? end : hasOptions ? last + 1 : close + 1,
    restEnd: end,
    fault: close === -1 ? "no-closing-bracket" : unclosed ? "no-closing-parenthesis" : undefined,
  };
}

const noModifiers: readonly Modifier[] = [];

/** Splits at every comma and trims nothing; no comma at all still makes one item. */
function modifiers(text: string, start: number, end: number): Modifier[] {
  const items: Modifier[] = [];
  let from = start;
  for (;;) {
    const comma = find(text, ",", from, end);
    const to = comma === -1 ? end : comma;
    const item = { text: text.slice(from, to), start: from, end: to };
    // Nearly all headers have one, and a list that grew has room for many more.
    if (comma === -1 && from === start) return [item];
    items.push(item);
    if (comma === -1) return items;
    from = comma + 1;
  }
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
    return {
      kind: "directive",
      ...place,
      cooked,
      word,
      wordStart,
      wordEnd,
      argument: undefined,
      argumentStart,
      argumentEnd,
    };
  }
  if (rest.leftover === "" && isQuoted(text, argumentStart, argumentEnd)) {
    argumentStart += 1;
    argumentEnd = Math.max(argumentStart, argumentEnd - 1);
  }
  const argument = rest.leftover + text.slice(rest.leftover === "" ? argumentStart : rest.start, argumentEnd);
  return {
    kind: "directive",
    ...place,
    cooked,
    word,
    wordStart,
    wordEnd,
    argument,
    argumentStart,
    argumentEnd,
  };
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
