// Values that are numbers: PARSE_UINT32, PARSE_INT32 and PARSE_DOUBLE of ast_parse_arg in main/config.c.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { isDouble, scanDecimal, wholeNumber } from "./c-number.ts";
import { accepted, rejected, replace, suggest } from "./make-fault.ts";

const largestUnsigned = 0xffffffff;

/** Unsigned numbers. A lower limit counts only beside an upper one: others are found when applying. */
export function unsignedCheck(spec: OptionSpec): ValueCheck {
  const maximum = spec.max ?? largestUnsigned;
  const minimum = maximum === largestUnsigned ? 0 : (spec.min ?? 0);
  return (value) => checkRange(value, spec, minimum, maximum);
}

/** Signed numbers. */
export function signedCheck(spec: OptionSpec): ValueCheck {
  return (value) => checkRange(value, spec, spec.min ?? -0x80000000, spec.max ?? 0x7fffffff);
}

export const doubleCheck: ValueCheck = (value, { spec }) => {
  if (isDouble(value)) return noFaults;
  return [notNumber(value, spec)];
};

/** dtls_rekey is read by sscanf, which stops where the digits stop (ast_rtp_dtls_cfg_parse). */
export const scannedCheck: ValueCheck = (value, { spec }) =>
  scanDecimal(value) === undefined ? [notNumber(value, spec)] : noFaults;

function checkRange(
  value: string,
  spec: OptionSpec,
  minimum: number,
  maximum: number,
): readonly ValueFault[] {
  const number = wholeNumber(value);
  if (number === "not-a-number") return [notNumber(value, spec)];
  if (number === "overflow" || number.value < BigInt(minimum) || number.value > BigInt(maximum)) {
    return [rejected("number-out-of-range", 0, value.length)];
  }
  // "-0" is refused for its sign alone.
  if (minimum >= 0 && /^[ \t-\r]*-/.test(value)) return [rejected("number-out-of-range", 0, value.length)];
  if (!number.octal) return noFaults;
  const decimal = value.replace(/^([+-]?)0+/, "$1");
  return [accepted("octal-number", 0, value.length, undefined, suggest(decimal))];
}

function notNumber(value: string, spec: OptionSpec): ValueFault {
  if (value === "") return rejected("empty-value", 0, 0);
  return rejected("not-a-number", 0, value.length, undefined, replace(withoutUnit(value, spec)));
}

/** The number of "30s" or "2 sec" for an option in seconds, of "500ms" for one in milliseconds. */
function withoutUnit(value: string, spec: OptionSpec): string | undefined {
  const found = /^([1-9][0-9]*|0) ?([A-Za-z]+)$/.exec(value);
  if (found === null) return undefined;
  const unit = (found[2] ?? "").toLowerCase();
  const seconds = /^s(ec(onds?|s)?)?$/.test(unit);
  const milliseconds = /^(ms|msecs?|milliseconds?)$/.test(unit);
  const fits = spec.unit === "s" ? seconds : spec.unit === "ms" ? milliseconds : false;
  return fits ? found[1] : undefined;
}
