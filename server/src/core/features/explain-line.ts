// What a line of Asterisk's log means, as Markdown: the rules that know it and the places that cause it now.

import { LogExplainer, readLogLine } from "../rules/explain.ts";
import { rulesByExample } from "../rules/explain-option.ts";
import { MessageCauses } from "../rules/message-causes.ts";
import type { Problem } from "../rules/problem.ts";
import { ruleNamed } from "../rules/registry.ts";
import { maskSentence } from "../text/secrets.ts";
import type { Settings } from "../workspace/settings.ts";
import { code, fenced, paragraphs } from "./markdown.ts";

/** More rules than this that fit a line equally well are named only. */
const maximumPages = 3;
const maximumPlaces = 20;

export interface ExplainedLine {
  readonly rules: readonly string[];
  readonly markdown: string;
}

/** Where a problem is, as text. */
export interface CausePlace {
  readonly problem: Problem;
  readonly place: string;
}

/** The problems that make Asterisk log the line; `directories`: where it may keep its configuration. */
export function causesOf<Cause extends { readonly problem: Problem }>(
  line: string,
  causes: Iterable<Cause>,
  directories: ReadonlySet<string>,
): readonly Cause[] {
  const known = new MessageCauses<Cause>(maximumPlaces);
  for (const cause of causes) known.add(cause, cause.problem, directories);
  return known.causes(readLogLine(line).message, directories);
}

/** `pages`: the texts of the rules; `causes`: what `causesOf` found. */
export function explainLine(
  line: string,
  causes: readonly CausePlace[],
  pages: ReadonlyMap<string, string>,
  settings: Settings,
): ExplainedLine {
  const { message } = readLogLine(line);
  const known =
    causes.length > 0
      ? [...new Set(causes.map(({ problem }) => problem.rule))]
      : rulesFor(message, explainerOf(pages), settings);
  const quoted = fenced(maskSentence(message), "log");
  if (known.length === 0) return { rules: [], markdown: paragraphs([quoted, "No rule knows this message."]) };
  const places = causes.map(({ place, problem }) => `- ${code(place)}: ${maskSentence(problem.message)}`);
  return {
    rules: known,
    markdown: `${paragraphs([
      quoted,
      places.length === 0
        ? "Nothing that is open here causes this message now."
        : `Caused by:\n\n${places.join("\n")}`,
      known.length > maximumPages ? listText(known) : known.map((id) => pageText(id, pages)).join("\n\n"),
    ])}\n`,
  };
}

function rulesFor(message: string, explainer: LogExplainer, settings: Settings): readonly string[] {
  if (message === "") return [];
  const found = explainer.rulesFor(message);
  if (found.length === 1) return found;
  const exact = rulesByExample(message, settings);
  return exact.length > 0 ? exact : found;
}

const explainers = new WeakMap<ReadonlyMap<string, string>, LogExplainer>();

function explainerOf(pages: ReadonlyMap<string, string>): LogExplainer {
  const known = explainers.get(pages) ?? new LogExplainer(pages);
  explainers.set(pages, known);
  return known;
}

function listText(rules: readonly string[]): string {
  const list = rules.map((id) => `- ${code(id)}: ${ruleNamed(id)?.summary ?? ""}`);
  return `This message can have several causes:\n\n${list.join("\n")}`;
}

/** A page without its comments. */
function pageText(id: string, pages: ReadonlyMap<string, string>): string {
  const page = pages.get(id) ?? `# ${id}\n\n${ruleNamed(id)?.summary ?? ""}`;
  return page
    .replace(/^<!-- generated: (.*) -->\n/m, "$1\n\n")
    .replace(/^<!--.*-->\n/gm, "")
    .trim();
}
