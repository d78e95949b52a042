// Functions that make one text of another.

import { compileRegex } from "../../config/posix-regex.ts";
import type { FunctionBody, FunctionCall, FunctionValue } from "./function.ts";
import { unknownWithin } from "./function.ts";
import { encodedCharacter, encodedText, separateArguments } from "./separate-arguments.ts";

export const textFunctions: Readonly<Record<string, FunctionBody>> = {
  BASE64_DECODE: (data, call) => (data === "" ? missingArgument(call) : decodeBase64(data)),
  BASE64_ENCODE: (data, call) => (data === "" ? missingArgument(call) : encodeBase64(data)),
  CSV_QUOTE: (data) => `"${data.replaceAll('"', '""')}"`,
  EVAL: evaluate,
  FILTER: filter,
  KEYPADHASH: (data) => data.replace(/[^0]/g, keyOf),
  LEN: (data) => String(data.length),
  LTRIM: (data) => data.replace(/^[ \t-\r]+/, ""),
  PASSTHRU: (data) => data,
  QUOTE: quote,
  REGEX: matchRegex,
  REPLACE: replace,
  RTRIM: (data) => trimEnd(data),
  STRBETWEEN: between,
  STRREPLACE: replaceText,
  TOLOWER: (data) => data.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  TOUPPER: (data) => data.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  TRIM: (data) => trimEnd(data.replace(/^[ \t-\r]+/, "")),
  URIDECODE: decodeUri,
  URIENCODE: (data) => data.replace(/[^0-9A-Za-z\-_.!~*'()]/g, percent),
};

/** The value of the variable that an argument names, with its substring if one is given. */
export function namedValue(name: string, call: FunctionCall): string | undefined {
  return call.substitute(`\${${name}}`);
}

function missingArgument({ name, log }: FunctionCall): FunctionValue {
  log("WARNING", `Syntax: ${name}(<data>) - missing argument!`);
  return "";
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function encodeBase64(data: string): string {
  let result = "";
  for (let at = 0; at < data.length; at += 3) {
    const [a, b, c] = [data.charCodeAt(at), data.charCodeAt(at + 1), data.charCodeAt(at + 2)];
    const sum = (a << 16) | ((b || 0) << 8) | (c || 0);
    const count = Math.min(3, data.length - at) + 1;
    for (let index = 0; index < 4; index++)
      result += index < count ? base64[(sum >> (18 - 6 * index)) & 63] : "=";
  }
  return result;
}

/** Characters that do not belong there count as 63, as in Asterisk. */
function decodeBase64(data: string): string {
  let result = "";
  let [held, bits] = [0, 0];
  for (const character of data) {
    if (character === "=") break;
    held = ((held << 6) | (base64.indexOf(character) & 63)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    result += String.fromCharCode((held >> bits) & 255);
  }
  return upToZero(result);
}

function upToZero(bytes: string): string {
  const end = bytes.indexOf("\0");
  return end < 0 ? bytes : bytes.slice(0, end);
}

function evaluate(data: string, call: FunctionCall): FunctionValue {
  if (data !== "") return call.substitute(data) ?? unknownWithin;
  call.log("WARNING", "EVAL requires an argument: EVAL(<string>)");
  return "";
}

function filter(data: string, call: FunctionCall): FunctionValue {
  const [given = "", text] = separateArguments(data, ",", 2, true);
  if (text === undefined) {
    call.log("ERROR", "Usage: FILTER(<allowed-chars>,<string>)");
    return "";
  }
  if (given.startsWith('"'))
    call.log(
      "WARNING",
      'FILTER allowed characters includes the quote (") character.  This may not be what you want.',
    );
  const allowed = new Set<number>();
  for (let at = 0; at < given.length; ) {
    const low = encodedCharacter(given.slice(at, at + 48));
    if (low === undefined) return "";
    at += low.length;
    const first = low.character.charCodeAt(0) || 0;
    if (given[at] !== "-") {
      allowed.add(first);
      continue;
    }
    const high = encodedCharacter(given.slice(at + 1, at + 49));
    at += 1 + (high?.length ?? 0);
    const last = high === undefined ? first : high.character.charCodeAt(0) || 0;
    if (last < first)
      call.log("WARNING", `Range wrapping in FILTER(${given},${text}).  This may not be what you want.`);
    for (let code = first; code !== last; code = (code + 1) & 255) allowed.add(code);
    allowed.add(last);
  }
  return [...text].filter((character) => allowed.has(character.charCodeAt(0))).join("");
}

const keys = ["", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

function keyOf(character: string): string {
  if (/[1-9]/.test(character)) return character;
  const key = keys.findIndex((letters) => letters.includes(character.toUpperCase()));
  return key < 0 || !/[A-Za-z]/.test(character) ? "" : String(key);
}

function quote(data: string, { log }: FunctionCall): FunctionValue {
  if (data === "") log("WARNING", "No argument specified!");
  return `"${data.replace(/[\\"]/g, "\\$&")}"`;
}

function matchRegex(data: string, { log }: FunctionCall): FunctionValue {
  const [before, expression, text] = separateArguments(data, '"', 3);
  if (before === undefined || expression === undefined || text === undefined) {
    log("ERROR", `Unexpected arguments: should have been in the form '"<regex>" <string>'`);
    return "";
  }
  const regex = compileRegex(expression);
  if ("error" in regex) {
    log("WARNING", `Malformed input REGEX(${before}): ${regex.error}`);
    return "";
  }
  return regex.matches(/^[ \t]/.test(text) ? text.slice(1) : text) ? "1" : "0";
}

function replace(data: string, call: FunctionCall): FunctionValue {
  const [name = "", find, by] = separateArguments(data, ",", 3);
  if (find === undefined) {
    call.log("ERROR", `Usage: ${call.name}(<varname>,<search-chars>[,<replace-char>])`);
    return "";
  }
  const characters = encodedText(find).slice(0, 255);
  if (characters === "" || name === "") {
    call.log("ERROR", "The characters to search for and the variable name must not be empty.");
    return "";
  }
  const text = namedValue(name, call);
  if (text === undefined) return unknownWithin;
  const replacement = by === undefined ? "" : (encodedCharacter(by)?.character ?? "");
  const wanted = new Set(characters);
  return [...text].map((character) => (wanted.has(character) ? replacement : character)).join("");
}

function replaceText(data: string, call: FunctionCall): FunctionValue {
  const [name, find, by = "", count = ""] = separateArguments(data, ",", 5);
  if (name === undefined || find === undefined) {
    call.log("ERROR", `Usage: ${call.name}(<varname>,<find-string>[,<replace-string>,[<max-replacements>]])`);
    return "";
  }
  if (name === "") return "";
  if (find === "") {
    call.log("ERROR", "No <find-string> specified");
    return "";
  }
  const text = namedValue(name, call);
  if (text === undefined) return unknownWithin;
  const limit = Number.parseInt(count, 10) || Number.POSITIVE_INFINITY;
  const pieces = text.split(find);
  const most = limit < 0 ? Number.POSITIVE_INFINITY : limit;
  if (pieces.length - 1 <= most) return pieces.join(by);
  return [pieces.slice(0, most + 1).join(by), ...pieces.slice(most + 1)].join(find);
}

function between(data: string, call: FunctionCall): FunctionValue {
  const given = separateArguments(data, ",", 3);
  const [name = "", insert = ""] = given;
  if (given.length !== 2 || name === "") {
    call.log("ERROR", `Usage: ${call.name}(<varname>,<insert-string>)`);
    return "";
  }
  const text = namedValue(name, call);
  return text === undefined ? unknownWithin : [...text].join(insert);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[ \t-\r]/.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}

function decodeUri(data: string): string {
  return upToZero(
    data.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
  );
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
