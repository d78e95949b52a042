// The page of a rule as the help of a code scanning service: what it says in words, and all of it as Markdown.

export interface RuleHelp {
  /** Its first paragraph, on one line. */
  readonly description: string;
  /** What stands above the messages and examples, without marks. */
  readonly text: string;
  /** The page without its title. */
  readonly markdown: string;
}

export function ruleHelp(page: string): RuleHelp {
  const markdown = page
    .replace(/^# .*\n/, "")
    .replace(/^<!--.*-->\n/gm, "")
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
