// Numbers read and printed as C's scanf and printf do.

/** As "%d" reads it, into 32 bits; undefined where there is no number. `end` is behind it. */
export function scanInteger(text: string): { readonly value: number; readonly end: number } | undefined {
  const found = /^[ \t\n\v\f\r]*([-+]?[0-9]+)/.exec(text.slice(0, 4096));
  if (found === null) return undefined;
  const digits = (found[1] ?? "").slice(0, 30);
  const limit = (1n << 63n) - 1n;
  const whole = BigInt(digits.replace("+", ""));
  const kept = whole > limit ? limit : whole < -limit - 1n ? -limit - 1n : whole;
  return {
    value: Number(BigInt.asIntN(32, kept)),
    end: found[0].length - (found[1] ?? "").length + digits.length,
  };
}

/** As "%lf" reads it; undefined where there is no number. */
export function scanDecimal(text: string): number | undefined {
  const found = /^[ \t\n\v\f\r]*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)/.exec(
    text.slice(0, 4096),
  );
  return found === null ? undefined : Number((found[1] ?? "").slice(0, 30));
}

/** A decimal number without its fraction, into 32 bits as a processor does: what is too large becomes the least. */
export function toInteger(value: number): number {
  const whole = Math.trunc(value);
  return whole >= -2147483648 && whole <= 2147483647 ? whole : -2147483648;
}

/** As "%f" prints it: the exact value of the number, rounded to so many digits, half to even. */
export function printFixed(value: number, digits = 6): string {
  if (Number.isNaN(value)) return "nan";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(value)) return `${sign}inf`;
  const { mantissa, exponent } = parts(Math.abs(value));
  const scaled = mantissa * 10n ** BigInt(digits);
  const whole = exponent >= 0 ? scaled << BigInt(exponent) : halfToEven(scaled, -exponent);
  const shown = whole.toString().padStart(digits + 1, "0");
  const point = shown.length - digits;
  return digits === 0 ? `${sign}${shown}` : `${sign}${shown.slice(0, point)}.${shown.slice(point)}`;
}

function parts(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const all = view.getBigUint64(0);
  const exponent = Number(all >> 52n);
  const fraction = all & ((1n << 52n) - 1n);
  return exponent === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: exponent - 1075 };
}

function halfToEven(value: bigint, shift: number): bigint {
  const bits = BigInt(shift);
  const whole = value >> bits;
  const rest = (value - (whole << bits)) * 2n;
  const limit = 1n << bits;
  return rest > limit || (rest === limit && (whole & 1n) === 1n) ? whole + 1n : whole;
}

/** Without white space at both ends, as ast_strip leaves it. */
export function strip(text: string): string {
  return text.replace(/^[\x01-\x20]+/, "").replace(/(?<![\x01-\x20])[\x01-\x20]+$/, "");
}
