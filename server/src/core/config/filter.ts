// The filter behind "+" in a section header: does_category_match and ast_strsep in Asterisk's source.

import { equalsIgnoringCase, trimBlanks } from "../text/ascii.ts";
import { compileRegex } from "./posix-regex.ts";
import type { ConfigSection } from "./section.ts";

/** Whether a section satisfies a filter; `log` is what Asterisk says of an expression it cannot compile. */
export interface FilterResult {
  readonly matches: boolean;
  readonly log: readonly string[];
}

/** Tests one section against "NAME=VALUE&..."; an empty filter takes everything but templates. */
export function matchesFilter(section: ConfigSection, filter: string): FilterResult {
  if (filter === "") return { matches: !section.template, log: [] };
  let templateAllowed = false;
  for (const term of split(filter, "&")) {
    const [name = "", value] = split(term, "=");
    if (value === undefined) return { matches: false, log: [] };
    if (name === "TEMPLATES") {
      if (equalsIgnoringCase(value, "include")) templateAllowed = section.template;
      else if (equalsIgnoringCase(value, "restrict") && section.template) templateAllowed = true;
      else return { matches: false, log: [] };
      continue;
    }
    const names = compileRegex(name);
    if ("error" in names) return { matches: false, log: [refused(name, names.error)] };
    const values = compileRegex(value);
    if ("error" in values) return { matches: false, log: [refused(value, values.error)] };
    if (!section.options.some((option) => names.matches(option.name) && values.matches(option.value))) {
      return { matches: false, log: [] };
    }
  }
  return { matches: !section.template || templateAllowed, log: [] };
}

function refused(expression: string, reason: string): string {
  return `Regular expression '${expression}' failed to compile: ${reason}`;
}

/** Splits at a separator outside quotes; each item loses blanks and one pair of quotes. A last empty item counts. */
function split(text: string, separator: string): string[] {
  const items: string[] = [];
  let rest: string | undefined = text;
  while (rest !== undefined) {
    const end = separatorAt(rest, separator);
    items.push(unquote(trimBlanks(end === -1 ? rest : rest.slice(0, end))));
    rest = end === -1 ? undefined : rest.slice(end + 1);
  }
  return items;
}

function separatorAt(text: string, separator: string): number {
  const quotes: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at += 2;
    const character = text[at];
    if (character === undefined) return -1;
    if (character === "'" || character === '"') {
      if (quotes.at(-1) === character) quotes.pop();
      else quotes.push(character);
    }
    if (character === separator && quotes.length === 0) return at;
  }
  return -1;
}

function unquote(text: string): string {
  const first = text[0];
  return text.length > 1 && (first === "'" || first === '"') && text.endsWith(first)
    ? text.slice(1, -1)
    : text;
}
