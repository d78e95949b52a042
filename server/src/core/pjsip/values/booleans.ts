// Yes and no: ast_true and ast_false in main/utils.c. Any other word counts as no.

import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck } from "../value-fault.ts";
import { accepted, suggest } from "./make-fault.ts";

const trueWords: ReadonlySet<string> = new Set(["yes", "true", "y", "t", "1", "on"]);
const falseWords: ReadonlySet<string> = new Set(["no", "false", "n", "f", "0", "off"]);
const meant: ReadonlyMap<string, string> = new Map([
  ["enable", "yes"],
  ["enabled", "yes"],
  ["active", "yes"],
  ["2", "yes"],
  ["disable", "no"],
  ["disabled", "no"],
  ["inactive", "no"],
  ["none", "no"],
  ["never", "no"],
]);

/** Whether Asterisk takes the word for yes. */
export function isTrue(word: string): boolean {
  return trueWords.has(word) || trueWords.has(asciiLower(word));
}

/** Whether Asterisk takes the word for no. */
export function isFalse(word: string): boolean {
  return falseWords.has(word) || falseWords.has(asciiLower(word));
}

/** What was likely meant by a word that is neither. */
export function booleanMeant(word: string): string | undefined {
  return meant.get(asciiLower(word)) ?? closest(word, ["yes", "no", "true", "false", "off"]);
}

export const booleanCheck: ValueCheck = (value) => {
  if (value === "" || isTrue(value) || isFalse(value)) return noFaults;
  return [accepted("not-a-boolean", 0, value.length, undefined, suggest(booleanMeant(value)))];
};
