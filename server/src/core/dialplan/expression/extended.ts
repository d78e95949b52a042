// Numbers as Asterisk counts with them: long double of x86, 64 bits of mantissa, every result rounded to the
// nearest. JavaScript's numbers have 53 bits, which shows in the 18 digits that Asterisk prints.

/** `mantissa` times two to the power of `exponent`; the mantissa has at most 64 bits. */
export interface Finite {
  readonly kind: "finite";
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
}

export interface Infinite {
  readonly kind: "infinite";
  readonly negative: boolean;
}

/** What an undefined operation gives, such as the root of a negative number. */
export interface NotANumber {
  readonly kind: "nan";
}

export type Extended = Finite | Infinite | NotANumber;

const precision = 64;
const smallestExponent = -16445;
const largestExponent = 16384 - precision;

export const nan: NotANumber = { kind: "nan" };
export const zero: Finite = { kind: "finite", negative: false, mantissa: 0n, exponent: 0 };
export const one: Finite = { kind: "finite", negative: false, mantissa: 1n, exponent: 0 };

export function infinite(negative: boolean): Infinite {
  return { kind: "infinite", negative };
}

export function fromInteger(value: number | bigint): Extended {
  const whole = BigInt(value);
  return rounded(whole < 0n, whole < 0n ? -whole : whole, 0);
}

/** How many bits a number has that is not negative. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hex = value.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0] ?? "0", 16)) - 28);
}

/**
 * The long double nearest to `mantissa * 2^exponent`, of two equally near ones the even one. `more`: the true value is
 * a little larger than that, by less than one.
 */
export function rounded(negative: boolean, mantissa: bigint, exponent: number, more = false): Extended {
  if (mantissa === 0n) return { kind: "finite", negative, mantissa: 0n, exponent: 0 };
  const drop = Math.max(bitLength(mantissa) - precision, smallestExponent - exponent);
  if (drop <= 0) return checked(negative, mantissa, exponent);
  const bits = BigInt(drop);
  const half = 1n << (bits - 1n);
  let kept = mantissa >> bits;
  const rest = mantissa - (kept << bits);
  if (rest > half || (rest === half && (more || (kept & 1n) === 1n))) kept++;
  return checked(negative, kept, exponent + drop);
}

function checked(negative: boolean, mantissa: bigint, exponent: number): Extended {
  if (mantissa === 0n) return { kind: "finite", negative, mantissa, exponent: 0 };
  if (exponent + bitLength(mantissa) > largestExponent + precision) return infinite(negative);
  return { kind: "finite", negative, mantissa, exponent };
}

/** The long double nearest to `numerator / denominator * 2^exponent`. */
export function fromRatio(negative: boolean, numerator: bigint, denominator: bigint, exponent = 0): Extended {
  if (numerator === 0n) return { kind: "finite", negative, mantissa: 0n, exponent: 0 };
  const shift = Math.max(0, bitLength(denominator) - bitLength(numerator) + precision + 3);
  const wide = numerator << BigInt(shift);
  const quotient = wide / denominator;
  return rounded(negative, quotient, exponent - shift, quotient * denominator !== wide);
}

export function isZero(value: Extended): boolean {
  return value.kind === "finite" && value.mantissa === 0n;
}

export function isNegative(value: Extended): boolean {
  return value.kind !== "nan" && value.negative;
}

export function negated(value: Extended): Extended {
  return value.kind === "nan" ? nan : { ...value, negative: !value.negative };
}

export function add(left: Extended, right: Extended): Extended {
  if (left.kind === "nan" || right.kind === "nan") return nan;
  if (left.kind === "infinite")
    return right.kind === "infinite" && right.negative !== left.negative ? nan : left;
  if (right.kind === "infinite") return right;
  if (left.mantissa === 0n && right.mantissa === 0n)
    return { ...zero, negative: left.negative && right.negative };
  const exponent = Math.min(exponentOf(left), exponentOf(right));
  const sum = signedAt(left, exponent) + signedAt(right, exponent);
  return rounded(sum < 0n, sum < 0n ? -sum : sum, exponent);
}

export function subtract(left: Extended, right: Extended): Extended {
  return add(left, negated(right));
}

export function multiply(left: Extended, right: Extended): Extended {
  if (left.kind === "nan" || right.kind === "nan") return nan;
  const negative = left.negative !== right.negative;
  if (left.kind === "infinite" || right.kind === "infinite")
    return isZero(left) || isZero(right) ? nan : infinite(negative);
  return rounded(negative, left.mantissa * right.mantissa, left.exponent + right.exponent);
}

export function divide(left: Extended, right: Extended): Extended {
  if (left.kind === "nan" || right.kind === "nan") return nan;
  const negative = left.negative !== right.negative;
  if (left.kind === "infinite") return right.kind === "infinite" ? nan : infinite(negative);
  if (right.kind === "infinite") return { ...zero, negative };
  if (right.mantissa === 0n) return left.mantissa === 0n ? nan : infinite(negative);
  return fromRatio(negative, left.mantissa, right.mantissa, left.exponent - right.exponent);
}

/** What is left of `left` after taking away `right` as often as possible; it keeps the sign of `left`. */
export function truncatedRemainder(left: Extended, right: Extended): Extended {
  if (left.kind !== "finite" || right.kind === "nan" || isZero(right)) return nan;
  if (right.kind === "infinite" || left.mantissa === 0n) return left;
  const exponent = Math.min(left.exponent, right.exponent);
  return rounded(left.negative, magnitudeAt(left, exponent) % magnitudeAt(right, exponent), exponent);
}

/** The same with the nearest multiple of `right`, of two equally near ones the even one. */
export function nearestRemainder(left: Extended, right: Extended): Extended {
  if (left.kind !== "finite" || right.kind === "nan" || isZero(right)) return nan;
  if (right.kind === "infinite" || left.mantissa === 0n) return left;
  const exponent = Math.min(left.exponent, right.exponent);
  const divisor = magnitudeAt(right, exponent);
  const whole = magnitudeAt(left, exponent);
  const rest = whole % divisor;
  const up = rest * 2n > divisor || (rest * 2n === divisor && (whole / divisor) % 2n === 1n);
  return up
    ? rounded(!left.negative, divisor - rest, exponent)
    : { ...(rounded(left.negative, rest, exponent) as Finite), negative: left.negative };
}

/** Below, at or above zero as `left` is less than, equal to or greater than `right`; undefined where one is no number. */
export function compare(left: Extended, right: Extended): number | undefined {
  if (left.kind === "nan" || right.kind === "nan") return undefined;
  const difference = orderOf(left) - orderOf(right);
  if (difference !== 0 || left.kind !== "finite" || right.kind !== "finite") return difference;
  const exponent = Math.min(exponentOf(left), exponentOf(right));
  const [a, b] = [signedAt(left, exponent), signedAt(right, exponent)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOf(value: Finite | Infinite): number {
  if (value.kind === "finite") return 0;
  return value.negative ? -1 : 1;
}

function exponentOf(value: Finite): number {
  return value.mantissa === 0n ? Number.MAX_SAFE_INTEGER : value.exponent;
}

function magnitudeAt({ mantissa, exponent }: Finite, at: number): bigint {
  return mantissa === 0n ? 0n : mantissa << BigInt(exponent - at);
}

function signedAt(value: Finite, at: number): bigint {
  const magnitude = magnitudeAt(value, at);
  return value.negative ? -magnitude : magnitude;
}

/** How a number with a fraction becomes a whole one. */
export type Rounding = "down" | "up" | "toZero" | "halfAway" | "halfEven";

export function toWhole(value: Extended, rounding: Rounding): Extended {
  if (value.kind !== "finite" || value.mantissa === 0n || value.exponent >= 0) return value;
  const bits = BigInt(-value.exponent);
  const whole = value.mantissa >> bits;
  const rest = value.mantissa - (whole << bits);
  const against = rest * 2n - (1n << bits);
  const further =
    rest !== 0n &&
    ((rounding === "down" && value.negative) ||
      (rounding === "up" && !value.negative) ||
      (rounding === "halfAway" && against >= 0n) ||
      (rounding === "halfEven" && (against > 0n || (against === 0n && (whole & 1n) === 1n))));
  return rounded(value.negative, further ? whole + 1n : whole, 0);
}
