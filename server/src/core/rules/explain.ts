// Finds the rules behind a line of Asterisk's log. The page of a rule lists the messages that belong to it in
// blocks marked "log", with <placeholders>; those are the patterns here.

import { maskSentence } from "../text/secrets.ts";

/** A line of a log, taken apart. */
export interface LogLine {
  /** What Asterisk says, without time, level and source file. */
  readonly message: string;
  /** "WARNING", "ERROR" and so on; undefined where the line does not name it. */
  readonly level: string | undefined;
}

/** The fixed parts of a message, what stands between two of them being anything. */
interface Pattern {
  readonly rule: string;
  readonly parts: readonly string[];
  /** How much of the message is fixed. */
  readonly weight: number;
}

/** A page that names a digit more than another has no more of the words. */
const sameWords = 2;

/** No line of a log is looked at beyond this. */
const maximumLength = 20_000;

const colours = /\x1b\[[0-9;?]*[A-Za-z]/g;
// "[2026-01-02 10:11:12] WARNING[123][C-00000001] config.c: ", also behind the prefix of syslog or docker.
const prefix =
  /^.{0,200}?\b(ERROR|WARNING|NOTICE|VERBOSE|DEBUG|DTMF|SECURITY|FAX)\[\d+\](?:\[[^\]]{1,40}\])?:?\s+/;
// "config.c:2107 process_text_line: ", "config.c:2107 in process_text_line: " or "config.c: "
const source = /^[\w./-]{1,80}\.(?:c|h|cc|y|l)(?::\d{1,6})?(?:\s+(?:in\s+)?\w{1,80}(?:\(\))?)?:\s?/;

export function readLogLine(line: string): LogLine {
  const text = line
    .slice(0, maximumLength)
    .replace(colours, "")
    .replace(/[\r\n]+$/, "");
  const found = prefix.exec(text);
  const message = found === null ? text.trimStart() : text.slice(found[0].length);
  return { message: message.replace(source, "").trimEnd(), level: found?.[1] };
}

/** Real logs hold absolute paths and secrets, predicted messages neither. */
export function comparableMessage(message: string, directories: ReadonlySet<string>): string {
  let text = message;
  for (const directory of directories) text = text.replaceAll(`${directory.replace(/\/+$/, "")}/`, "");
  return maskSentence(text).trimEnd();
}

/** Knows the messages of all pages. */
export class LogExplainer {
  readonly #patterns: readonly Pattern[];

  constructor(pages: ReadonlyMap<string, string>) {
    // What is left of a template may make Asterisk say anything: its messages have pages of their own.
    this.#patterns = [...pages]
      .filter(([rule]) => !rule.startsWith("placeholder/"))
      .flatMap(([rule, page]) => logTemplates(page).flatMap((template) => patternsOf(rule, template)));
  }

  /** The rules whose pages fit a message best: those that fix most of its words. More than one: it may be any of them. */
  rulesFor(message: string): readonly string[] {
    let best = 0;
    const found = new Map<string, number>();
    for (const { rule, parts, weight } of this.#patterns) {
      if (weight < best - sameWords || !fits(message, parts)) continue;
      best = Math.max(best, weight);
      found.set(rule, Math.max(weight, found.get(rule) ?? 0));
    }
    const near = [...found].filter(([, weight]) => weight >= best - sameWords);
    return near.sort(([, left], [, right]) => right - left).map(([rule]) => rule);
  }
}

/** The lines of the "log" blocks of a page. */
function logTemplates(page: string): string[] {
  const templates: string[] = [];
  for (const [, block = ""] of page.matchAll(/^```log\n([\s\S]*?)^```/gm)) {
    templates.push(...block.split("\n").filter((line) => line !== ""));
  }
  return templates;
}

/** People leave out the name in front of a message when they copy it. */
function patternsOf(rule: string, template: string): Pattern[] {
  const short = template.replace(/^<[^<>]+>: /, "");
  const whole = patternOf(rule, template);
  return short === template ? [whole] : [whole, patternOf(rule, short)];
}

function patternOf(rule: string, template: string): Pattern {
  const parts = template.trimEnd().split(/<[^<>]+>/);
  return {
    rule,
    parts,
    weight: isConsequence(template) ? 1 : weightOf(parts),
  };
}

/** How much of a message is fixed. */
export function weightOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** A message that follows many others: however a page words it, it says nothing about the cause. */
function isConsequence(template: string): boolean {
  return /^(?:Could not create an object of type|Error parsing |Contents of config file|Unable to create objects for wizard)/.test(
    template,
  );
}

/** Linear: taking the first occurrence of each part is always right where only order counts. */
export function fits(message: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? "";
  // An empty file name at the end is cut off together with its blank.
  const last = parts.length === 1 ? "" : (parts.at(-1) ?? "");
  if (parts.length === 1) return message === first;
  if (!message.startsWith(first)) return false;
  let at = first.length;
  for (let index = 1; index < parts.length - 1; index++) {
    let part = parts[index] ?? "";
    const isOpenEnd = index === parts.length - 2 && last === "";
    if (isOpenEnd && message.endsWith(part.trimEnd()) && !message.includes(part, at)) part = part.trimEnd();
    const found = message.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return message.length - last.length >= at && message.endsWith(last);
}
