// Numbers read from text as C's strtold reads them, and printed as its format "%.18Lg" prints them.

import { bitLength, type Extended, fromRatio } from "./extended.ts";

/** The number that a text begins with; zero where there is none. */
export function readNumber(text: string): Extended {
  const [, sign = "", whole = "", fraction = ""] =
    /^[ \t\n\v\f\r]*([-+]?)([0-9]*)(?:\.([0-9]*))?/.exec(text) ?? [];
  const digits = `${whole}${fraction}`;
  return fromRatio(sign === "-" && digits !== "", BigInt(`0${digits}`), 10n ** BigInt(fraction.length));
}

const shownDigits = 18;

/** The number as an expression gives it. */
export function printNumber(value: Extended): string {
  if (value.kind === "nan") return "-nan";
  const sign = value.negative ? "-" : "";
  if (value.kind === "infinite") return `${sign}inf`;
  if (value.mantissa === 0n) return `${sign}0`;
  const numerator = value.exponent > 0 ? value.mantissa << BigInt(value.exponent) : value.mantissa;
  const denominator = value.exponent < 0 ? 1n << BigInt(-value.exponent) : 1n;
  if (denominator === 1n && numerator < 10n ** BigInt(shownDigits)) return `${sign}${numerator}`;
  let power = Math.floor((bitLength(numerator) - bitLength(denominator)) * Math.LOG10E * Math.LN2);
  let digits = digitsAt(numerator, denominator, power);
  // The estimate may be off by one either way.
  while (digits.length > shownDigits) digits = digitsAt(numerator, denominator, ++power);
  while (digits.length < shownDigits) digits = digitsAt(numerator, denominator, --power);
  return `${sign}${layOut(digits, power)}`;
}

/** The digits where the first one stands for ten to the power of `power`; the last is rounded, half to even. */
function digitsAt(numerator: bigint, denominator: bigint, power: number): string {
  const scale = shownDigits - 1 - power;
  const over = scale > 0 ? numerator * 10n ** BigInt(scale) : numerator;
  const under = scale < 0 ? denominator * 10n ** BigInt(-scale) : denominator;
  const whole = over / under;
  const rest = (over - whole * under) * 2n;
  return String(rest > under || (rest === under && (whole & 1n) === 1n) ? whole + 1n : whole);
}

function layOut(digits: string, power: number): string {
  const kept = digits.replace(/0+$/, "");
  if (power < -4 || power >= shownDigits) {
    const fraction = kept.length > 1 ? `.${kept.slice(1)}` : "";
    const size = String(Math.abs(power)).padStart(2, "0");
    return `${kept[0]}${fraction}e${power < 0 ? "-" : "+"}${size}`;
  }
  if (power < 0) return `0.${"0".repeat(-power - 1)}${kept}`;
  const whole = digits.slice(0, power + 1);
  const fraction = kept.slice(power + 1);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
