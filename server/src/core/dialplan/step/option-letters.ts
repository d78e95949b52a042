// Option strings: letters, each with an argument in parentheses or without (parse_options in main/app.c).

import type { OptionLetter } from "../../catalog/dialplan-spec.ts";
import { exact } from "../../text/exact.ts";
import { hasSubstitution, type Text } from "../substitution/text.ts";
import { type Argument, sliceText } from "./arguments.ts";

export interface OptionUse {
  readonly letter: string;
  /** From the letter to behind its closing parenthesis. */
  readonly start: number;
  readonly end: number;
  /** What stands in its parentheses, quotes and backslashes included. */
  readonly argument: Text | undefined;
  readonly spec: OptionLetter | undefined;
  /** Whether the application takes the letter. */
  readonly known: boolean;
  /** False behind a substitution, which may yield the beginning of another option's argument. */
  readonly certain: boolean;
  readonly fault: "unclosed" | undefined;
}

/** What an application or function says of its options. */
export interface OptionLetters {
  readonly options: readonly OptionLetter[];
  readonly silentOptions?: readonly string[];
}

/** What the reader of options sees of an argument: a substitution is one `hidden` character. */
interface Seen {
  readonly text: string;
  /** Where each character is written; undefined: one behind the other. */
  readonly offsets: readonly number[] | undefined;
}

const hidden = "\0";
const none: readonly OptionUse[] = [];

/** The options in an argument, in order. */
export function readOptions(
  source: string,
  argument: Argument,
  letters: OptionLetters,
): readonly OptionUse[] {
  const { start, end } = argument;
  if (start >= end) return none;
  const { text, offsets } = seenBy(source, argument);
  const offset = (index: number) => (offsets === undefined ? start + index : (offsets[index] ?? end));
  const found: OptionUse[] = [];
  let certain = true;
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const first = at;
    at += letter.length;
    let inner: Text | undefined;
    let fault: "unclosed" | undefined;
    let behind = offset(at - 1) + 1;
    if (text[at] === "(") {
      const close = closing(text, at + 1);
      const innerStart = offset(at) + 1;
      inner = sliceText(argument.text, innerStart, close < text.length ? offset(close) : end);
      fault = close < text.length ? undefined : "unclosed";
      behind = fault === undefined ? offset(close) + 1 : end;
      at = close + 1;
    }
    if (letter === hidden) {
      certain = false;
      continue;
    }
    const spec = letters.options.find((option) => option.letter === letter);
    const known = spec !== undefined || isSilent(letters.silentOptions, letter);
    found.push({ letter, start: offset(first), end: behind, argument: inner, spec, known, certain, fault });
  }
  return exact(found);
}

function isSilent(silent: readonly string[] | undefined, letter: string): boolean {
  return silent?.some((option) => option.startsWith(letter)) ?? false;
}

/** Where the parenthesis closes whose inside begins at `start`; the length of the text where it does not. */
function closing(text: string, start: number): number {
  const quotes = text[start] === '"';
  let depth = 1;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') quoted = quotes && !quoted;
    else if (quoted) continue;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at;
  }
  return text.length;
}

function seenBy(source: string, { text, raw, unquoted }: Argument): Seen {
  const removes = unquoted && (raw.includes('"') || raw.includes("\\"));
  if (!removes && !hasSubstitution(text)) return { text: raw, offsets: undefined };
  const chars: string[] = [];
  const offsets: number[] = [];
  for (const part of text.parts) {
    if (part.kind !== "literal") {
      chars.push(hidden);
      offsets.push(part.start);
      continue;
    }
    for (let at = part.start; at < part.end; at++) {
      if (removes && source[at] === '"') continue;
      if (removes && source[at] === "\\" && ++at >= part.end) break;
      chars.push(source[at] ?? "");
      offsets.push(at);
    }
  }
  return { text: chars.join(""), offsets };
}
