// Pieces of Markdown, in which nothing of a configuration is taken for markup.

/** What stands in the text, in a fixed-width font. */
export function code(text: string): string {
  const plain = text.replace(/[\r\n]+/g, " ");
  if (plain.trim() === "") return "` `";
  let fence = "`";
  while (plain.includes(fence)) fence += "`";
  const room = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${room}${plain}${room}${fence}`;
}

/** Those that say something, with an empty line between. */
export function paragraphs(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join("\n\n");
}

/** A block of configuration. */
export function fenced(text: string, language = "asterisk-conf"): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** The same for a client that shows no Markdown. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, "")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/(`+) ?(.+?) ?\1/g, "$2")
    .replace(/ {2}\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
