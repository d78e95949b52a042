// Type-of-service values: ast_str2tos in main/acl.c and the handlers of endpoint and transport.

import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck } from "../value-fault.ts";
import { scanInteger } from "./c-number.ts";
import { accepted, rejected, suggest } from "./make-fault.ts";

const words: readonly string[] = [
  ...["CS0", "CS1", "CS2", "CS3", "CS4", "CS5", "CS6", "CS7"],
  ...["AF11", "AF12", "AF13", "AF21", "AF22", "AF23", "AF31", "AF32", "AF33", "AF41", "AF42", "AF43", "EF"],
];
const known: ReadonlySet<string> = new Set(words.map(asciiLower));

export const tosCheck: ValueCheck = (value, { type }) => {
  const number = scanInteger(value);
  if (number === undefined) {
    if (known.has(asciiLower(value))) return noFaults;
    const log = (id: string, option: string): string[] => [
      `Error configuring ${type} '${id}' - Could not interpret '${type === "transport" ? "tos" : option}' value '${value}'`,
    ];
    return [rejected("invalid-tos", 0, value.length, log, suggest(closest(value, words)))];
  }
  const tos = number & 0xff;
  if (type !== "transport" || tos % 4 === 0) return noFaults;
  const kept = tos & 0xfc;
  const log = (id: string): string[] => [
    `transport '${id}' - 'tos' value '${value}' uses bits that are discarded when converted to DSCP. Using equivalent ${kept} instead.`,
  ];
  return [accepted("tos-rounded", 0, value.length, log, suggest(String(kept)))];
};
