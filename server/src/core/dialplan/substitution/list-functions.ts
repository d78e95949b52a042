// Functions that read lists: values with a delimiter between them.

import { scanInteger } from "./c-text.ts";
import { type FunctionBody, type FunctionCall, type FunctionValue, unknownWithin } from "./function.ts";
import { encodedCharacter, encodedText, separateArguments } from "./separate-arguments.ts";
import { namedValue } from "./text-functions.ts";

export const listFunctions: Readonly<Record<string, FunctionBody>> = {
  CUT: cut,
  FIELDNUM: fieldNumber,
  FIELDQTY: fieldCount,
  LISTFILTER: listFilter,
  SORT: sort,
};

function cut(data: string, call: FunctionCall): FunctionValue {
  const [name = "", delimiter = "", ranges] = separateArguments(data, ",", 3);
  if (ranges === undefined) {
    call.log("ERROR", "Syntax: CUT(<varname>,<char-delim>,<range-spec>) - missing argument!");
    return "";
  }
  const text = namedValue(name, call);
  if (text === undefined) return unknownWithin;
  if (text === "") return "";
  const mark = encodedCharacter(delimiter)?.character ?? "-";
  const fields = mark === "" ? [text] : text.split(mark);
  const kept: string[] = [];
  let next = 1;
  for (const range of ranges.split("&")) {
    if (next > fields.length) break;
    const bounds = rangeOf(range);
    if (bounds === undefined) {
      call.log("ERROR", "Usage: CUT(<varname>,<char-delim>,<range-spec>)");
      return "";
    }
    next = Math.max(next, Math.min(bounds.first, fields.length + 1));
    if (next > bounds.first) call.log("WARNING", "We're already past the field you wanted?");
    for (; next <= bounds.last && next <= fields.length; next++) kept.push(fields[next - 1] ?? "");
  }
  return kept.join(mark);
}

/** "2", "2-4", "-4" or "2-". */
function rangeOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const first = scanInteger(text);
  if (first !== undefined && text[first.end] === "-") {
    const last = scanInteger(text.slice(first.end + 1));
    return { first: first.value, last: last?.value ?? Number.POSITIVE_INFINITY };
  }
  if (text.startsWith("-")) {
    const last = scanInteger(text.slice(1));
    if (last !== undefined) return { first: 1, last: last.value };
  }
  return first === undefined ? undefined : { first: first.value, last: first.value };
}

function fieldCount(data: string, call: FunctionCall): FunctionValue {
  const [name = "", delimiter] = separateArguments(data, ",", 2);
  if (delimiter === undefined) return "1";
  const text = namedValue(name, call);
  if (text === undefined) return unknownWithin;
  return String(fieldsOf(text, delimiter).length);
}

function fieldNumber(data: string, call: FunctionCall): FunctionValue {
  const [name = "", delimiter = "", wanted] = separateArguments(data, ",", 3);
  if (wanted === undefined) {
    call.log("ERROR", "Usage: FIELDNUM(<listname>,<delimiter>,<fieldvalue>)");
    return "";
  }
  const text = namedValue(name, call);
  if (text === undefined) return unknownWithin;
  if (delimiter === "") return "0";
  const lower = wanted.toLowerCase();
  return String(fieldsOf(text, delimiter).findIndex((field) => field.toLowerCase() === lower) + 1);
}

function fieldsOf(text: string, delimiter: string): readonly string[] {
  if (text === "") return [];
  const mark = encodedCharacter(delimiter)?.character ?? "";
  return mark === "" ? [text] : text.split(mark);
}

function listFilter(data: string, call: FunctionCall): FunctionValue {
  const [name = "", given = "", unwanted] = separateArguments(data, ",", 3);
  if (unwanted === undefined) {
    call.log("ERROR", "Usage: LISTFILTER(<listname>,<delimiter>,<fieldvalue>)");
    return "";
  }
  const text = namedValue(name, call);
  if (text === undefined) return unknownWithin;
  const delimiter = encodedText(given) || ",";
  if (unwanted === "") return { reason: "LISTFILTER() without a value to leave out" };
  return text
    .split(delimiter)
    .filter((field) => field !== unwanted)
    .join(delimiter);
}

/** "name:number" each; what has no number is dropped, and numbers have the precision of a C float. */
function sort(data: string): FunctionValue {
  return data
    .split(",")
    .flatMap((entry) => {
      const colon = entry.indexOf(":");
      if (colon < 0) return [];
      return [{ key: entry.slice(0, colon), value: floatOf(entry.slice(colon + 1)) }];
    })
    .sort((left, right) => left.value - right.value)
    .map(({ key }) => key)
    .join(",");
}

function floatOf(text: string): number {
  const number = Number.parseFloat(text.trim());
  return Number.isNaN(number) ? 0 : Math.fround(number);
}
