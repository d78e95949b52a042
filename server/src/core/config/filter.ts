// The filter behind "+" in a section header: does_category_match and ast_strsep in Asterisk's source.

import { equalsIgnoringCase, trimBlanks } from "../text/ascii.ts";
import { compileRegex } from "./posix-regex.ts";
import type { ConfigSection } from "./section.ts";

/** Whether a section satisfies a filter; `log` is what Asterisk says of an expression it cannot compile. */
export interface FilterResult {
  readonly matches: boolean;
  readonly log: readonly string[];
}

/** Reads "NAME=VALUE&..." once, for any number of sections; an empty filter takes everything but templates. */
export function sectionFilter(filter: string): (section: ConfigSection) => FilterResult {
  if (filter === "") return ({ template }) => ({ matches: !template, log: [] });
  const terms = split(filter, "&").map((text) => {
    const [name = "", value] = split(text, "=");
    return termOf(name, value);
  });
  return (section) => {
    let templateAllowed = false;
    for (const term of terms) {
      const verdict = term(section);
      if (verdict.refused !== undefined) return { matches: false, log: [verdict.refused] };
      if (!verdict.holds) return { matches: false, log: [] };
      templateAllowed ||= verdict.templateAllowed === true;
    }
    return { matches: !section.template || templateAllowed, log: [] };
  };
}

/** What one term says of a section. */
interface Verdict {
  readonly holds: boolean;
  readonly templateAllowed?: boolean;
  /** What Asterisk logs of an expression that it cannot compile. */
  readonly refused?: string;
}

function termOf(name: string, value: string | undefined): (section: ConfigSection) => Verdict {
  // A term without "=" can never be satisfied.
  if (value === undefined) return () => ({ holds: false });
  if (name === "TEMPLATES") return ({ template }) => templates(value, template);
  const names = matcher(name);
  if (typeof names === "string") return () => ({ holds: false, refused: names });
  const values = matcher(value);
  if (typeof values === "string") return () => ({ holds: false, refused: values });
  return ({ options }) => ({ holds: options.some((option) => names(option.name) && values(option.value)) });
}

function templates(value: string, template: boolean): Verdict {
  if (equalsIgnoringCase(value, "include")) return { holds: true, templateAllowed: template };
  return equalsIgnoringCase(value, "restrict") && template
    ? { holds: true, templateAllowed: true }
    : { holds: false };
}

/** A test for an unanchored expression, or what Asterisk says of it. */
function matcher(expression: string): ((text: string) => boolean) | string {
  // Most filters are plain words, for which no machine is needed.
  if (/^[\w ,:@/-]*$/.test(expression)) return (text) => text.includes(expression);
  const compiled = compileRegex(expression);
  return "error" in compiled ? refused(expression, compiled.error) : compiled.matches;
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
