// The page of a rule as the help of a code scanning service: what it says in words, and all of it as Markdown.

import { pageUrl } from "../rules/documentation.ts";
import { groupOf } from "../rules/levels.ts";

export interface RuleHelp {
  /** Its first paragraph, on one line. */
  readonly description: string;
  /** What stands above the messages and examples, without marks. */
  readonly text: string;
  /** The page without its title. */
  readonly markdown: string;
}

/** The help that the page of a rule makes; links to other pages lead to where these can be read. */
export function ruleHelp(rule: string, page: string): RuleHelp {
  const markdown = page
    .replace(/^# .*\n/, "")
    .replace(/^<!--.*-->\n/gm, "")
    .replace(
      /\]\((?:\.\.\/([a-z-]+)\/)?([a-z-]+)\.md\)/g,
      (_, group: string | undefined, name: string) => `](${pageUrl(`${group ?? groupOf(rule)}/${name}`)})`,
    )
    .trim();
  const prose = markdown.split(/^(?:```|## )/m)[0] ?? "";
  const paragraphs = prose
    .split(/\n{2,}/)
    .map((paragraph) => plain(paragraph).replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  return { description: paragraphs[0] ?? "", text: paragraphs.join("\n\n"), markdown };
}

/** Without the marks of code and links. */
function plain(markdown: string): string {
  return markdown
    .replace(/`([^`]*)`/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*/g, "");
}
