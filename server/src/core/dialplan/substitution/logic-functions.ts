// Functions that decide and that count.

import { printFixed, scanDecimal, scanInteger, strip, toInteger } from "./c-text.ts";
import { type FunctionBody, type FunctionCall, type FunctionValue, isTrueCondition } from "./function.ts";
import { separateArguments } from "./separate-arguments.ts";

export const logicFunctions: Readonly<Record<string, FunctionBody>> = {
  ABS: absolute,
  EXISTS: (data) => (data === "" ? "0" : "1"),
  IF: choose,
  IFTIME: chooseByTime,
  ISNULL: (data) => (data === "" ? "1" : "0"),
  MATH: math,
  MAX: (data, call) => extreme(data, call, Math.max),
  MIN: (data, call) => extreme(data, call, Math.min),
  SPRINTF: sprintf,
  VARIABLE_EXISTS: (data, call) => {
    const exists = call.exists(data);
    return exists === undefined
      ? { reason: "whether it is set is only known during a call" }
      : exists
        ? "1"
        : "0";
  },
};

function choose(data: string): FunctionValue {
  const [condition = "", rest = ""] = separateArguments(data, "?", 2);
  const [yes, no] = separateArguments(rest, ":", 2);
  if (condition === "" || (yes === undefined && no === undefined)) return "";
  return strip((isTrueCondition(strip(condition)) ? yes : no) ?? "");
}

function chooseByTime(data: string, call: FunctionCall): FunctionValue {
  const text = stripQuoted(data);
  const mark = text.indexOf("?");
  const times = mark < 0 ? text : text.slice(0, mark);
  if (times === "" || mark < 0) {
    call.log("WARNING", "Syntax IFTIME(<timespec>?[<true>][:<false>])");
    return "";
  }
  const matches = call.timeMatches(times);
  if (matches === undefined) return { reason: "it depends on the time" };
  const colon = text.indexOf(":", mark + 1);
  const yes = text.slice(mark + 1, colon < 0 ? undefined : colon);
  const no = colon < 0 ? "" : text.slice(colon + 1);
  return stripQuoted(matches ? yes : no);
}

function stripQuoted(text: string): string {
  const bare = strip(text);
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare;
}

/** In the order in which MATH() looks for them, with the characters that belong to each. */
const mathOperators = ["*", "/", "%", "^", "AND", "XOR", "OR", ">", "<", "=", "+", "-"] as const;

function math(data: string, { log }: FunctionCall): FunctionValue {
  const [given, type] = separateArguments(data, ",", 2);
  if (given === undefined) {
    log("WARNING", "Syntax: MATH(<number1><op><number 2>[,<type_of_result>]) - missing argument!");
    return "";
  }
  const negative = given.startsWith("-");
  const text = negative ? given.slice(1) : given;
  const sign = mathOperators.find((each) => text.includes(each));
  const at = sign === undefined ? -1 : text.indexOf(sign);
  const twice = sign === ">" || sign === "<" || sign === "=" ? (text[at + 1] ?? "") : "";
  const long = sign !== undefined && (twice === "=" || (twice === sign && sign !== "="));
  const operator = `${sign ?? ""}${long ? twice : ""}`;
  const shape = resultShapes[(type ?? "float").toLowerCase()];
  if (shape === undefined) {
    log("WARNING", `Unknown type of result requested '${type}'.`);
    return "";
  }
  if (sign === undefined || operator === "=") {
    log("WARNING", "Supply all the parameters - just this once, please");
    return "";
  }
  const [first, second] = [text.slice(0, at), text.slice(at + operator.length)];
  const [left, right] = [scanDecimal(first), scanDecimal(second)];
  if (left === undefined || right === undefined) {
    log("WARNING", `'${left === undefined ? first : second}' is not a valid number`);
    return "";
  }
  const result = mathResult(operator, negative ? 0 - left : left, right);
  return typeof result === "boolean" ? (result ? "TRUE" : "FALSE") : shape(result);
}

const resultShapes: Readonly<Record<string, (value: number) => string>> = {
  float: (value) => printFixed(value),
  f: (value) => printFixed(value),
  int: (value) => String(toInteger(value)),
  i: (value) => String(toInteger(value)),
  hex: toHexadecimal,
  h: toHexadecimal,
  char: toCharacter,
  c: toCharacter,
};

function toHexadecimal(value: number): string {
  const whole = Number.isFinite(value) ? BigInt.asUintN(32, BigInt(Math.trunc(value))) : 0n;
  return whole.toString(16);
}

function toCharacter(value: number): string {
  const code = toInteger(value) & 255;
  return code === 0 ? "" : String.fromCharCode(code);
}

function mathResult(operator: string, left: number, right: number): number | boolean {
  const [a, b] = [toInteger(left), toInteger(right)];
  switch (operator) {
    case "*":
      return left * right;
    case "/":
      return right <= 0 ? 0 : left / right;
    case "%":
      return b === 0 ? 0 : a % b;
    case "^":
      return left ** right;
    case "AND":
      return a & b;
    case "XOR":
      return a ^ b;
    case "OR":
      return a | b;
    case ">>":
      return a >> b;
    case "<<":
      return a << b;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case "==":
      return left === right;
    case "+":
      return left + right;
    default:
      return left - right;
  }
}

function absolute(data: string, { log }: FunctionCall): FunctionValue {
  const [given] = separateArguments(data, ",", 1);
  if (given === undefined) {
    log("WARNING", "Missing argument for number");
    return "";
  }
  const number = scanDecimal(given);
  if (number !== undefined) return printShort(Math.abs(number));
  log("WARNING", `'${given}' is not a valid number`);
  return "";
}

function extreme(
  data: string,
  { log }: FunctionCall,
  pick: (left: number, right: number) => number,
): FunctionValue {
  const given = separateArguments(data, ",", 2).filter((each) => each !== "");
  if (given.length === 0) {
    log("ERROR", "Missing argument for number(s).");
    return "";
  }
  const numbers: number[] = [];
  for (const each of given) {
    const number = scanDecimal(each);
    if (number === undefined) {
      log("WARNING", `'${each}' is not a valid number`);
      return "";
    }
    numbers.push(number);
  }
  return printShort(numbers.reduce(pick));
}

/** A whole number without point. */
function printShort(value: number): string {
  return toInteger(value) === value ? String(value) : printFixed(value);
}

const unsupported = { reason: "this format of SPRINTF() is not worked out" };

function sprintf(data: string, { log }: FunctionCall): FunctionValue {
  const [format = "", ...values] = separateArguments(data, ",", 101);
  let result = "";
  let used = 0;
  let at = 0;
  for (const found of format.matchAll(/%([-#0+ 'I]*)([0-9]*)(?:\.([0-9]*))?(?:hh?|ll?|[Lqjzt])?(.?)/gs)) {
    const [whole, flags = "", width = "", precision, conversion = ""] = found;
    result += format.slice(at, found.index);
    at = found.index + whole.length;
    if (conversion === "%" && whole === "%%") result += "%";
    else if (/[diouxXcfFs]/.test(conversion) && !/['I#]/.test(flags) && Number(width) < 4096) {
      const value = values[used++];
      if (value === undefined) {
        if (conversion === "s") return unsupported;
        log("ERROR", "SPRINTF() has more format specifiers than arguments!");
        return "";
      }
      const shown = converted(value, conversion, flags, precision);
      if (shown === undefined) {
        const kind = /[fF]/.test(conversion) ? "a floating point" : "an integer";
        log("ERROR", `Argument '${value}' is not ${kind} number for format '${whole}'`);
        return "";
      }
      result += padded(shown, flags, Number(width), conversion, precision);
    } else return unsupported;
  }
  return result + format.slice(at);
}

function converted(
  value: string,
  conversion: string,
  flags: string,
  precision: string | undefined,
): string | undefined {
  if (conversion === "s") return precision === undefined ? value : value.slice(0, Number(precision));
  const plus = flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  if (/[fF]/.test(conversion)) {
    const number = scanDecimal(value);
    if (number === undefined) return undefined;
    const shown = printFixed(number, Math.min(500, precision === undefined ? 6 : Number(precision)));
    return shown.startsWith("-") ? shown : `${plus}${shown}`;
  }
  const number = scanInteger(value)?.value;
  if (number === undefined) return undefined;
  if (conversion === "c") return toCharacter(number);
  const bases: Readonly<Record<string, number>> = { o: 8, x: 16, X: 16 };
  const base = bases[conversion] ?? 10;
  const signed = conversion === "d" || conversion === "i";
  const digits = (signed ? Math.abs(number) : number >>> 0).toString(base);
  const full = digits.padStart(Math.min(4096, Number(precision ?? 1)), "0");
  const shown = precision !== undefined && Number(precision) === 0 && number === 0 ? "" : full;
  const sign = signed ? (number < 0 ? "-" : plus) : "";
  return sign + (conversion === "X" ? shown.toUpperCase() : shown);
}

function padded(
  shown: string,
  flags: string,
  width: number,
  conversion: string,
  precision: string | undefined,
): string {
  if (flags.includes("-")) return shown.padEnd(width);
  const zeros = flags.includes("0") && /[diouxXfF]/.test(conversion);
  if (!zeros || (precision !== undefined && !/[fF]/.test(conversion))) return shown.padStart(width);
  const sign = /^[-+ ]/.exec(shown)?.[0] ?? "";
  return sign + shown.slice(sign.length).padStart(width - sign.length, "0");
}
