// Numbers as the C library reads them: strtol with base 0, strtod and sscanf.

/** The outcome of strtol over a whole text: the number, or why there is none. */
export type WholeNumber = { readonly value: bigint; readonly octal: boolean } | "not-a-number" | "overflow";

/** As nearly all numbers are written. */
const short = /^[1-9][0-9]{0,8}$/;
const whole = /^[ \t-\r]*([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))$/;
const double =
  /^[ \t-\r]*[+-]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN](?:\([0-9A-Za-z_]*\))?)$/;

/** Reads all of a text as strtol with base 0 does: decimal, 0x and, behind a leading 0, octal. */
export function wholeNumber(text: string): WholeNumber {
  if (short.test(text)) return { value: BigInt(text), octal: false };
  const found = whole.exec(text);
  if (found === null) return "not-a-number";
  const [, sign, hexadecimal, octal, decimal] = found;
  const digits =
    hexadecimal !== undefined ? `0x${hexadecimal}` : octal !== undefined ? `0o0${octal}` : `${decimal}`;
  // Far more digits than any number has that fits; BigInt would only take long.
  if (digits.length > 80) return "overflow";
  const magnitude = BigInt(digits);
  const value = sign === "-" ? -magnitude : magnitude;
  if (value > 0xffffffffffffffffn || value < -0x8000000000000000n) return "overflow";
  const isOctal = octal !== undefined && BigInt(octal) !== magnitude;
  return { value, octal: isOctal };
}

/** Whether strtod takes all of the text. */
export function isDouble(text: string): boolean {
  if (!double.test(text)) return false;
  const value = Number(text);
  return Number.isNaN(value) || Number.isFinite(value) || /[iI][nN][fF]/.test(text);
}

/** What sscanf with %d reads at the beginning, as a C int; undefined where there is no digit. */
export function scanDecimal(text: string): number | undefined {
  const found = /^[ \t-\r]*([+-]?[0-9]{1,29})/.exec(text);
  return found === null ? undefined : toInt(BigInt(found[1]?.replace("+", "") ?? "0"));
}

/** What sscanf with %i reads at the beginning: decimal, 0x or octal; undefined where there is no digit. */
export function scanInteger(text: string): number | undefined {
  const found = /^[ \t-\r]*([+-]?)(0[xX][0-9a-fA-F]{1,27}|0[0-7]*|[1-9][0-9]{0,28})/.exec(text);
  if (found === null) return undefined;
  const digits = found[2] ?? "0";
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  return toInt(found[1] === "-" ? -magnitude : magnitude);
}

/** The C library reads a long, stopping at its limits, and the int keeps its low half. */
function toInt(value: bigint): number {
  const limited =
    value > 0x7fffffffffffffffn
      ? 0x7fffffffffffffffn
      : value < -0x8000000000000000n
        ? -0x8000000000000000n
        : value;
  return Number(BigInt.asIntN(32, limited));
}
