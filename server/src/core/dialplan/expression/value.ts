// The values of an expression while it is worked out: numbers, texts that are numbers, and other texts.

import { compare, type Extended, fromInteger, isZero } from "./extended.ts";
import { printNumber, readNumber } from "./number-text.ts";

export type ExpressionValue =
  | { readonly kind: "number"; readonly number: Extended }
  | { readonly kind: "numeric"; readonly text: string }
  | TextValue
  | UnknownValue;

export interface TextValue {
  readonly kind: "text";
  readonly text: string;
  /** Whether it stands in the expression as it is. */
  readonly written: boolean;
}

/** What cannot be told from here, and why. */
export interface UnknownValue {
  readonly kind: "unknown";
  readonly reason: string;
}

export function numberValue(value: Extended | number): ExpressionValue {
  return { kind: "number", number: typeof value === "number" ? fromInteger(value) : value };
}

/** A text that came out of an operation; digits and dots alone make it a number. */
export function madeText(text: string): ExpressionValue {
  return /^[0-9.]+$/.test(text) ? { kind: "numeric", text } : { kind: "text", text, written: false };
}

/** The value as a number; undefined for other texts. */
export function asNumber(value: ExpressionValue): Extended | undefined {
  if (value.kind === "number") return value.number;
  return value.kind === "numeric" ? readNumber(value.text) : undefined;
}

export function asText(value: ExpressionValue): string {
  if (value.kind === "unknown") return "";
  return value.kind === "number" ? printNumber(value.number) : value.text;
}

/** A text whose first and last character are quotes loses every quote in it. */
export function withoutQuotes(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.replaceAll('"', "") : text;
}

/** The same value as `&` and `|` leave it: what is numeric has become a number. */
export function counted(value: ExpressionValue): ExpressionValue {
  return value.kind === "numeric" ? numberValue(readNumber(value.text)) : value;
}

/** What `&` and `|` take for false. */
export function isZeroOrEmpty(value: ExpressionValue): boolean {
  const number = asNumber(value);
  return number === undefined ? asText(value) === "" : isZero(number);
}

/** What `?` takes for true. */
export function chooses(value: ExpressionValue): boolean {
  const number = asNumber(value);
  if (number !== undefined) return !isZero(number);
  const text = asText(value);
  return text !== "" && text !== '""' && text !== "0";
}

/** What `!` takes for true: it reads a whole number at the beginning. */
export function isTruthyForNot(value: ExpressionValue): boolean {
  if (value.kind === "number") return !isZero(value.number);
  return leadingInteger(asText(value)) !== 0;
}

/** As C's atoi reads it, into 32 bits. */
export function leadingInteger(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([-+]?[0-9]+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  const whole = BigInt(digits.replace("+", ""));
  const limit = (1n << 63n) - 1n;
  const kept = whole > limit ? limit : whole < -limit - 1n ? -limit - 1n : whole;
  return Number(BigInt.asIntN(32, kept));
}

/**
 * Below, at or above zero as `left` comes before, with or after `right`: by number where both are numbers, else by
 * their bytes. Undefined where a number is none at all.
 */
export function order(left: ExpressionValue, right: ExpressionValue): number | undefined {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return compare(a, b);
  const [first, second] = [asText(left), asText(right)];
  return first < second ? -1 : first > second ? 1 : 0;
}
