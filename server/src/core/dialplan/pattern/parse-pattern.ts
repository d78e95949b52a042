// A stored extension name that begins with "_", cut into the positions that Asterisk compares and matches one by one
// (ext_cmp_pattern_pos and _extension_match_core in main/pbx.c). Asterisk works on bytes; so do the texts in here.

import { encodeText } from "../../text/bytes.ts";

export interface PatternElement {
  /**
   * "class": X, N or Z; "some": ".", one or more characters; "any": "!", none or more; "unclosed": a "[" without "]",
   * which nothing matches.
   */
  readonly kind: "character" | "class" | "set" | "some" | "any" | "unclosed";
  /** Offsets in the name. */
  readonly start: number;
  readonly end: number;
  /** The bytes that it matches, in ascending order. */
  readonly members: string;
  /** The bytes that decide about its place in the order. They are the same but for ranges across byte 128. */
  readonly compared: string;
  /** The lowest byte that is written in it, even where that belongs to an empty range. */
  readonly lowest: number;
}

export type PatternFaultKind =
  | "unclosed-set"
  | "empty-set"
  | "reversed-range"
  | "dash-in-set"
  | "comma-in-set"
  | "text-after-wildcard";

export interface PatternFault {
  readonly kind: PatternFaultKind;
  /** Offsets in the name. */
  readonly start: number;
  readonly end: number;
}

export interface Pattern {
  readonly name: string;
  /** Everything behind the "_" but dashes, which mean nothing outside sets. */
  readonly elements: readonly PatternElement[];
  readonly faults: readonly PatternFault[];
}

export function isPatternName(name: string): boolean {
  return name.startsWith("_");
}

/** Reads any text as a pattern, with or without "_" in front. Never fails. */
export function parsePattern(name: string): Pattern {
  return new PatternReader(name).read();
}

const classes: Readonly<Record<string, string>> = { X: "0123456789", Z: "123456789", N: "23456789" };
const nonAscii = /[^\0-\x7f]/;

/** One character for each byte of a text, up to the first NUL, where a text ends for Asterisk. */
export function byteText(text: string): string {
  const end = text.indexOf("\0");
  const whole = end < 0 ? text : text.slice(0, end);
  if (!nonAscii.test(whole)) return whole;
  const parts: string[] = [];
  const bytes = encodeText(whole);
  for (let at = 0; at < bytes.length; at += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join("");
}

class PatternReader {
  readonly #name: string;
  readonly #bytes: string;
  /** For each byte its offset in the name; undefined where they are the same. */
  readonly #offsets: readonly number[] | undefined;
  readonly #elements: PatternElement[] = [];
  readonly #faults: PatternFault[] = [];

  constructor(name: string) {
    this.#name = name;
    this.#bytes = byteText(name);
    this.#offsets = this.#bytes.length === name.length ? undefined : offsetsOf(name);
  }

  read(): Pattern {
    const lastClose = this.#bytes.lastIndexOf("]");
    let at = isPatternName(this.#bytes) ? 1 : 0;
    while (at < this.#bytes.length) {
      if (this.#bytes[at] === "[" && at < lastClose) at = this.#set(at);
      else this.#single(at++);
    }
    this.#textAfterWildcard();
    return { name: this.#name, elements: this.#elements, faults: this.#faults };
  }

  #single(at: number): void {
    const char = this.#bytes.charAt(at);
    if (char === "-") return;
    const digits = classes[char.toUpperCase()];
    if (digits !== undefined) this.#add("class", at, at + 1, digits, digits, digits.charCodeAt(0));
    else if (char === ".") this.#add("some", at, at + 1);
    else if (char === "!") this.#add("any", at, at + 1);
    else if (char === "[") {
      this.#add("unclosed", at, at + 1);
      this.#fault("unclosed-set", at, this.#bytes.length);
    } else this.#add("character", at, at + 1, char, char, char.charCodeAt(0));
  }

  /** Reads "[...]"; its end is where the first "]" stands, whatever is in between. */
  #set(start: number): number {
    const close = this.#bytes.indexOf("]", start);
    const matched = new Set<number>();
    const compared = new Set<number>();
    let lowest = 0xff;
    for (let at = start + 1; at < close; at++) {
      const first = this.#bytes.charCodeAt(at);
      lowest = Math.min(lowest, first);
      const isRange = at + 2 < close && this.#bytes[at + 1] === "-";
      const last = isRange ? this.#bytes.charCodeAt(at + 2) : first;
      for (let byte = first; byte <= last; byte++) compared.add(byte);
      // Bytes are compared as signed numbers here: 128 and above come before all others.
      for (let byte = signed(first); byte <= signed(last); byte++) matched.add(byte & 0xff);
      if (isRange && first > last) this.#fault("reversed-range", at, at + 3);
      else if (!isRange && first === dash) this.#fault("dash-in-set", at, at + 1);
      else if (!isRange && first === comma) this.#fault("comma-in-set", at, at + 1);
      if (isRange) at += 2;
    }
    if (close === start + 1) this.#fault("empty-set", start, close + 1);
    matched.delete(dash);
    this.#add("set", start, close + 1, sorted(matched), sorted(compared), lowest);
    return close + 1;
  }

  #textAfterWildcard(): void {
    const wildcard = this.#elements.findIndex(({ kind }) => kind === "some" || kind === "any");
    const next = this.#elements[wildcard + 1];
    if (wildcard < 0 || next === undefined) return;
    this.#faults.push({ kind: "text-after-wildcard", start: next.start, end: this.#name.length });
  }

  #add(
    kind: PatternElement["kind"],
    start: number,
    end: number,
    members = "",
    compared = "",
    lowest = 0,
  ): void {
    this.#elements.push({
      kind,
      start: this.#offset(start),
      end: this.#offset(end),
      members,
      compared,
      lowest,
    });
  }

  #fault(kind: PatternFaultKind, start: number, end: number): void {
    this.#faults.push({ kind, start: this.#offset(start), end: this.#offset(end) });
  }

  #offset(byte: number): number {
    return this.#offsets === undefined ? byte : (this.#offsets[byte] ?? this.#name.length);
  }
}

const dash = 0x2d;
const comma = 0x2c;

function signed(byte: number): number {
  return byte < 0x80 ? byte : byte - 0x100;
}

function sorted(bytes: ReadonlySet<number>): string {
  return String.fromCharCode(...[...bytes].sort((left, right) => left - right));
}

/** For each byte the offset of the character that it belongs to. */
function offsetsOf(name: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const char of name) {
    for (let count = byteText(char).length; count > 0; count--) offsets.push(at);
    at += char.length;
  }
  return offsets;
}
