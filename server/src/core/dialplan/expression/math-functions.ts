// The mathematical functions of expressions, worked out with many more bits than long double has and rounded once.
// The C library may differ from that in the last of 64 bits, which 18 printed digits rarely show.

import {
  bitLength,
  divide,
  type Extended,
  type Finite,
  fromRatio,
  type Infinite,
  infinite,
  isNegative,
  isZero,
  multiply,
  nan,
  nearestRemainder,
  negated,
  one,
  rounded,
  subtract,
  toWhole,
  zero,
} from "./extended.ts";

/** A fraction with this many bits behind the point is a bigint below. */
const bits = 256;
const unit = 1n << BigInt(bits);

type Function1 = (value: Extended) => Extended;
type Function2 = (left: Extended, right: Extended) => Extended;

/** Functions of one argument by name. */
export const functionsOfOne: Readonly<Record<string, Function1>> = {
  ABS: (value) => (isNegative(value) && !isZero(value) ? negated(value) : value),
  ACOS: (value) => arcus(value, (fixed) => angle(root(unit - square(fixed)), fixed)),
  ASIN: (value) => arcus(value, (fixed) => angle(fixed, root(unit - square(fixed)))),
  ATAN: (value) => arcTangent(value, one),
  CEIL: (value) => toWhole(value, "up"),
  COS: (value) => circular(value, (_, cosine) => fromFixed(cosine), one),
  EXP: (value) => exponential(value, (fixed) => fixed),
  EXP10: (value) => exponential(value, (fixed) => scaled(fixed, naturalLogarithm(10n * unit, bits))),
  EXP2: (value) => exponential(value, (fixed) => scaled(fixed, logarithmOfTwo())),
  FLOOR: (value) => toWhole(value, "down"),
  LOG: (value) => logarithm(value, unit),
  LOG10: (value) => logarithm(value, naturalLogarithm(10n * unit, bits)),
  LOG2: (value) => logarithm(value, logarithmOfTwo()),
  RINT: (value) => toWhole(value, "halfEven"),
  ROUND: (value) => toWhole(value, "halfAway"),
  SIN: (value) => circular(value, (sine) => fromFixed(sine), value),
  SQRT: squareRoot,
  TAN: (value) => circular(value, (sine, cosine) => quotient(sine, cosine), value),
  TRUNC: (value) => toWhole(value, "toZero"),
};

/** Functions of two arguments by name. */
export const functionsOfTwo: Readonly<Record<string, Function2>> = {
  ATAN2: arcTangent,
  POW: power,
  REMAINDER: nearestRemainder,
};

/** With `bits` behind the point; what lies beyond is cut off. */
function fixed(value: Finite, behind = bits): bigint {
  const shift = value.exponent + behind;
  const magnitude = shift >= 0 ? value.mantissa << BigInt(shift) : value.mantissa >> BigInt(-shift);
  return value.negative ? -magnitude : magnitude;
}

function fromFixed(value: bigint, exponent = -bits): Extended {
  return rounded(value < 0n, value < 0n ? -value : value, exponent);
}

function quotient(over: bigint, under: bigint): Extended {
  if (under === 0n) return infinite(over < 0n);
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
  return fromRatio(over < 0n !== under < 0n, magnitude(over), magnitude(under));
}

function scaled(left: bigint, right: bigint): bigint {
  return (left * right) >> BigInt(bits);
}

function square(value: bigint): bigint {
  return scaled(value, value);
}

function root(value: bigint): bigint {
  return integerRoot((value < 0n ? 0n : value) << BigInt(bits));
}

function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function squareRoot(value: Extended): Extended {
  if (value.kind === "nan" || isZero(value)) return value;
  if (value.negative) return nan;
  if (value.kind === "infinite") return value;
  const shift = 2 * 66 + (Math.abs(value.exponent) % 2);
  const wide = value.mantissa << BigInt(shift);
  const found = integerRoot(wide);
  return rounded(false, found, (value.exponent - shift) / 2, found * found !== wide);
}

let two: bigint | undefined;

function logarithmOfTwo(): bigint {
  two ??= logarithmSeries(2n * unit, bits);
  return two;
}

/** Of a number from 0.5 to 2, by the series of the inverse hyperbolic tangent. */
function logarithmSeries(value: bigint, behind: number): bigint {
  const whole = 1n << BigInt(behind);
  const ratio = ((value - whole) << BigInt(behind)) / (value + whole);
  const step = (ratio * ratio) >> BigInt(behind);
  let sum = 0n;
  let term = ratio;
  for (let count = 1n; term !== 0n && term !== -1n; count += 2n) {
    sum += term / count;
    term = (term * step) >> BigInt(behind);
  }
  return 2n * sum;
}

/** Of a positive number with `behind` bits behind the point. */
function naturalLogarithm(value: bigint, behind: number): bigint {
  const doublings = bitLength(value) - behind;
  const reduced = doublings >= 0 ? value >> BigInt(doublings) : value << BigInt(-doublings);
  return logarithmSeries(reduced, behind) + BigInt(doublings) * logarithmOfTwo();
}

/** Of a positive number, exact to the last bits even where it is very small or large. */
function naturalOf({ mantissa, exponent }: Finite): bigint {
  const length = bitLength(mantissa);
  const reduced = mantissa << BigInt(bits - length);
  // Between 0.5 and 1; just below 1 the logarithm of the doubled half would lose its small result.
  return logarithmSeries(reduced, bits) + BigInt(exponent + length) * logarithmOfTwo();
}

function logarithm(value: Extended, base: bigint): Extended {
  if (value.kind === "nan") return nan;
  if (isZero(value)) return infinite(true);
  if (value.negative) return nan;
  return value.kind === "infinite" ? value : quotient(naturalOf(value), base);
}

function exponential(value: Extended, toNatural: (fixed: bigint) => bigint): Extended {
  if (value.kind === "nan") return nan;
  if (value.kind === "infinite") return value.negative ? zero : value;
  if (bitLength(value.mantissa) + value.exponent > 16) return value.negative ? zero : infinite(false);
  return powerOfE(toNatural(fixed(value)));
}

function powerOfE(value: bigint): Extended {
  const doublings = value / logarithmOfTwo();
  // Halved sixteen times, so that the series ends soon, and squared as often.
  const halvings = 16n;
  const small = (value - doublings * logarithmOfTwo()) >> halvings;
  let sum = unit;
  let term = unit;
  for (let count = 1n; term !== 0n && term !== -1n; count++) {
    term = scaled(term, small) / count;
    sum += term;
  }
  for (let count = 0n; count < halvings; count++) sum = square(sum);
  return fromFixed(sum, Number(doublings) - bits);
}

/** As the C library does: few multiplications one by one, everything else by logarithms. */
function power(base: Extended, exponent: Extended): Extended {
  if (isZero(exponent) || isOne(base)) return one;
  if (base.kind === "nan" || exponent.kind === "nan") return nan;
  const whole = exponent.kind === "finite" && sameNumber(toWhole(exponent, "toZero"), exponent);
  const odd = whole && exponent.kind === "finite" && exponent.exponent <= 0 && isOdd(exponent);
  if (isZero(base) || base.kind === "infinite" || exponent.kind === "infinite")
    return limitOfPower(base, exponent, odd);
  if (base.kind !== "finite") return nan;
  if (whole && bitLength(exponent.mantissa) + exponent.exponent <= 3) return smallPower(base, exponent);
  if (base.negative && !whole) return nan;
  const magnitude = { ...base, negative: false };
  const result = bigPower(magnitude, exponent);
  return base.negative && odd ? negated(result) : result;
}

function isOne(value: Extended): boolean {
  return value.kind === "finite" && sameNumber(value, one);
}

function sameNumber(left: Extended, right: Extended): boolean {
  return isZero(subtract(left, right));
}

function isOdd({ mantissa, exponent }: Finite): boolean {
  return ((mantissa >> BigInt(-exponent)) & 1n) === 1n;
}

function limitOfPower(base: Extended, exponent: Extended, odd: boolean): Extended {
  const negative = odd && isNegative(base);
  if (isZero(base)) return isNegative(exponent) ? infinite(negative) : { ...zero, negative };
  if (base.kind === "infinite") return isNegative(exponent) ? { ...zero, negative } : infinite(negative);
  const distance = subtract(base.kind === "finite" ? { ...base, negative: false } : base, one);
  if (isZero(distance)) return one;
  return isNegative(distance) === isNegative(exponent) ? infinite(false) : zero;
}

function smallPower(base: Finite, exponent: Finite): Extended {
  let factor: Extended = exponent.negative ? divide(one, base) : base;
  let product: Extended = one;
  for (let left = Number(fixed({ ...exponent, negative: false }, 0)); left > 0; left >>= 1) {
    if (left % 2 === 1) product = multiply(product, factor);
    factor = multiply(factor, factor);
  }
  return product;
}

function bigPower(base: Finite, exponent: Finite): Extended {
  const natural = naturalOf(base);
  const grows = natural < 0n === exponent.negative;
  if (bitLength(exponent.mantissa) + exponent.exponent > 90 && natural !== 0n)
    return grows ? infinite(false) : zero;
  const product = shifted((natural < 0n ? -natural : natural) * exponent.mantissa, exponent.exponent);
  if (product >> BigInt(bits) > 20_000n) return grows ? infinite(false) : zero;
  return powerOfE(grows ? product : -product);
}

function shifted(value: bigint, by: number): bigint {
  return by >= 0 ? value << BigInt(by) : value >> BigInt(-by);
}

/** The circle's constant with that many bits behind the point, by Machin's formula. */
function circleConstant(behind: number): bigint {
  if (circle?.behind !== behind) circle = { behind, value: machin(behind) };
  return circle.value;
}

let circle: { readonly behind: number; readonly value: bigint } | undefined;

function machin(behind: number): bigint {
  const guard = 32n;
  const whole = 1n << (BigInt(behind) + guard);
  const inverse = (of: bigint): bigint => {
    let sum = 0n;
    let term = whole / of;
    for (let count = 1n; term !== 0n; count += 2n) {
      sum += count % 4n === 1n ? term / count : -(term / count);
      term /= of * of;
    }
    return sum;
  };
  return (16n * inverse(5n) - 4n * inverse(239n)) >> guard;
}

/** Sine and cosine; `tiny` is the result for an angle next to nothing. */
function circular(
  value: Extended,
  result: (sine: bigint, cosine: bigint) => Extended,
  tiny: Extended,
): Extended {
  if (value.kind !== "finite") return nan;
  const size = bitLength(value.mantissa) + value.exponent;
  if (value.mantissa === 0n || size < -100) return tiny;
  const behind = bits + Math.max(0, size) + 64;
  const quarter = circleConstant(behind) >> 1n;
  const wide = fixed(value, behind);
  const turns = wide / quarter - (wide < 0n ? 1n : 0n);
  const rest = (wide - turns * quarter) >> BigInt(behind - bits);
  const { sine, cosine } = sineAndCosine(rest);
  switch (((turns % 4n) + 4n) % 4n) {
    case 0n:
      return result(sine, cosine);
    case 1n:
      return result(cosine, -sine);
    case 2n:
      return result(-sine, -cosine);
    default:
      return result(-cosine, sine);
  }
}

function sineAndCosine(value: bigint): { sine: bigint; cosine: bigint } {
  const squared = square(value);
  let [sine, cosine] = [0n, 0n];
  let [oddTerm, evenTerm] = [value, unit];
  for (let count = 1n; oddTerm !== 0n || evenTerm !== 0n; count += 2n) {
    sine += oddTerm;
    cosine += evenTerm;
    evenTerm = -(scaled(evenTerm, squared) / (count * (count + 1n)));
    oddTerm = -(scaled(oddTerm, squared) / ((count + 1n) * (count + 2n)));
  }
  return { sine, cosine };
}

function arcus(value: Extended, result: (fixed: bigint) => bigint): Extended {
  if (value.kind !== "finite") return nan;
  const inner = fixed(value);
  return inner > unit || inner < -unit ? nan : fromFixed(result(inner));
}

function arcTangent(over: Extended, under: Extended): Extended {
  if (over.kind === "nan" || under.kind === "nan") return nan;
  if (isZero(over) && !isNegative(under)) return over;
  const [top, bottom] = comparable(over, under);
  const found = fromFixed(angle(top, bottom));
  return over.negative && isZero(found) ? negated(found) : found;
}

/** Both numbers with a common number of bits behind the point, such that neither is lost. */
function comparable(over: Finite | Infinite, under: Finite | Infinite): [bigint, bigint] {
  const sign = ({ negative }: Finite | Infinite): bigint => (negative ? -1n : 1n);
  if (over.kind === "infinite") return [sign(over), under.kind === "infinite" ? sign(under) : 0n];
  if (under.kind === "infinite") return [0n, sign(under)];
  const shift = Math.max(-over.exponent, -under.exponent, 0);
  return [
    sign(over) * (over.mantissa << BigInt(over.exponent + shift)),
    sign(under) * (under.mantissa << BigInt(under.exponent + shift)),
  ];
}

/** The angle whose tangent is `over / under`, in the quadrant of the point, with `bits` behind the point. */
function angle(over: bigint, under: bigint): bigint {
  const half = circleConstant(bits + 64) >> 64n;
  if (over < 0n) return -angle(-over, under);
  if (under < 0n) return half - angle(over, -under);
  if (over === 0n) return 0n;
  if (over > under) return (half >> 1n) - angle(under, over);
  // Halved four times: tan(a / 2) = t / (1 + sqrt(1 + t * t)).
  let tangent = (over << BigInt(bits)) / under;
  for (let count = 0; count < 4; count++)
    tangent = (tangent << BigInt(bits)) / (unit + root(unit + square(tangent)));
  const squared = square(tangent);
  let sum = 0n;
  let term = tangent;
  for (let count = 1n; term !== 0n && term !== -1n; count += 2n) {
    sum += term / count;
    term = -scaled(term, squared);
  }
  return sum << 4n;
}
