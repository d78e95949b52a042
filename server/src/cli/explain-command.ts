// `asterisk-analyzer explain`: the page of a rule, or the rules behind lines of Asterisk's log; with a directory
// also the places in it that cause each line.

import { resolve } from "node:path";
import {
  counted,
  LogExplainer,
  maskSentence,
  printable,
  readLogLine,
  ruleNamed,
  rules,
  rulesByExample,
  type Settings,
  unknownRule,
} from "../core/api.ts";
import { pages } from "../core/pages-api.ts";
import { type LogCauses, logCauses } from "./log-causes.ts";
import { note, print } from "./output.ts";
import type { Projects } from "./projects.ts";
import { UsageError } from "./usage-error.ts";

/** More rules than this that fit a line equally well are named only. */
const maximumPages = 3;
/** Different lines shown with one page. */
const maximumLines = 20;

/** Exit code 0: explained; 1: nothing here is known to any rule. */
export async function explainCommand(
  topic: string | undefined,
  directory: string | undefined,
  projects: Projects,
): Promise<number> {
  if (topic !== undefined && isRuleName(topic)) return explainRule(topic);
  if (topic === undefined && process.stdin.isTTY === true)
    throw new UsageError(
      'explain needs a rule, a line of a log in quotes, or a log on standard input ("< full.log")',
    );
  const log = new LogReader(
    directory === undefined ? undefined : logCauses(directory, projects),
    projects.settingsOf(resolve(directory ?? ".")),
  );
  if (topic !== undefined) for (const line of topic.split("\n")) log.add(line);
  else await readStandardInput((line) => log.add(line));
  return log.finish(topic !== undefined);
}

/** Rule names hold no blanks; messages of Asterisk do. */
function isRuleName(topic: string): boolean {
  return /^[\w-]+(?:\/[\w-]+)?$/.test(topic);
}

function explainRule(name: string): number {
  const named = ruleNamed(name) ?? rules.find(({ id }) => id.endsWith(`/${name}`));
  if (named === undefined) throw new UsageError(unknownRule(name));
  print(`${pageText(named.id)}\n`);
  return 0;
}

/** A page for a terminal: Markdown without its comments. */
function pageText(id: string): string {
  const page = pages.get(id) ?? `# ${id}\n\n${ruleNamed(id)?.summary ?? ""}`;
  return page
    .replace(/^<!-- generated: (.*) -->\n/m, "$1\n\n")
    .replace(/^<!--.*-->\n/gm, "")
    .trim();
}

interface Explained {
  readonly rules: readonly string[];
  readonly lines: Map<string, number>;
}

/** Collects the lines of a log by the rules that explain them. */
class LogReader {
  readonly #explainer = new LogExplainer(pages);
  readonly #causes: LogCauses | undefined;
  readonly #settings: Settings;
  readonly #explained = new Map<string, Explained>();
  /** What is known of a message already: logs repeat themselves. */
  readonly #known = new Map<string, Explained | undefined>();
  #unknown = 0;

  constructor(causes: LogCauses | undefined, settings: Settings) {
    this.#causes = causes;
    this.#settings = settings;
  }

  add(line: string): void {
    const { message, level } = readLogLine(line);
    if (message === "") return;
    const explained = this.#find(message);
    if (explained !== undefined) explained.lines.set(message, (explained.lines.get(message) ?? 0) + 1);
    else if (level === "ERROR" || level === "WARNING") this.#unknown++;
  }

  finish(isSingle: boolean): number {
    let first = true;
    for (const { rules: ids, lines } of this.#explained.values()) {
      print(`${first ? "" : "\n\n"}${this.#linesText(lines)}\n${pagesText(ids)}\n`);
      first = false;
    }
    if (this.#explained.size === 0)
      note(isSingle ? "no rule knows this message" : "no rule knows a message of this log");
    else if (this.#unknown > 0)
      note(
        `${counted(this.#unknown, "warning or error line", "warning and error lines")} that no rule knows`,
      );
    return this.#explained.size === 0 ? 1 : 0;
  }

  #find(message: string): Explained | undefined {
    if (this.#known.has(message)) return this.#known.get(message);
    const causes = this.#causes?.causes(message) ?? [];
    const ids = causes.length > 0 ? [...new Set(causes.map(({ rule }) => rule))] : this.#rulesFor(message);
    const explained = ids.length === 0 ? undefined : this.#entry(ids);
    if (this.#known.size < 100_000) this.#known.set(message, explained);
    return explained;
  }

  #rulesFor(message: string): readonly string[] {
    const ids = this.#explainer.rulesFor(message);
    if (ids.length === 1) return ids;
    const exact = rulesByExample(message, this.#settings);
    return exact.length > 0 ? exact : ids;
  }

  #entry(ids: readonly string[]): Explained {
    const key = ids.join(" ");
    const known = this.#explained.get(key);
    if (known !== undefined) return known;
    const made: Explained = { rules: ids, lines: new Map() };
    this.#explained.set(key, made);
    return made;
  }

  #linesText(lines: ReadonlyMap<string, number>): string {
    const texts: string[] = [];
    for (const [message, times] of [...lines].slice(0, maximumLines)) {
      texts.push(`> ${printable(maskSentence(message))}${times > 1 ? ` (${times} times)` : ""}`);
      const causes = this.#causes?.causes(message) ?? [];
      for (const { place, message: text } of causes.slice(0, maximumLines))
        texts.push(`  ${printable(`${place}: ${text}`)}`);
      if (this.#causes !== undefined && causes.length === 0)
        texts.push("  nothing in the directory causes this message now");
    }
    if (lines.size > maximumLines) texts.push(`... and ${lines.size - maximumLines} more such lines`);
    return `${texts.join("\n")}\n`;
  }
}

function pagesText(ids: readonly string[]): string {
  const texts = ids.length <= maximumPages ? ids.map(pageText) : [];
  if (ids.length === 1) return texts.join("");
  const list = ids.map((id) => `  ${id}: ${ruleNamed(id)?.summary ?? ""}`);
  const causes = `This message can have several causes; the lines of the log before it say which, or --dir DIR finds it:\n${list.join("\n")}`;
  return [causes, ...texts].join("\n\n");
}

/** Feeds standard input line by line; a line without end does not fill the memory. */
async function readStandardInput(take: (line: string) => void): Promise<void> {
  let rest = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) {
    const lines = (rest + String(chunk)).split("\n");
    rest = (lines.pop() ?? "").slice(0, 100_000);
    for (const line of lines) take(line);
  }
  take(rest);
}
