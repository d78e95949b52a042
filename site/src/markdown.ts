// Markdown as HTML. HTML in a text is shown, not used; links and pictures go through functions of the caller.

import MarkdownIt from "markdown-it";
import { pagePath, ruleNamed } from "../../server/src/core/api.ts";
import { code, escapeHtml, slug } from "./html.ts";
import type { Heading } from "./page.ts";

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** A block between fences. */
export interface Fence {
  readonly language: string;
  /** What follows the language: `file=pjsip.conf` ... */
  readonly words: string;
  readonly text: string;
  /** The number of its first line, from 1. */
  readonly line: number;
}

export interface MarkdownOptions {
  /** The address for the target of a link or picture. */
  readonly link?: (target: string) => string;
  /** HTML of a block; undefined: as it is. */
  readonly fence?: (fence: Fence) => string | undefined;
  /** Levels that headings go down by. */
  readonly shift?: number;
  /** What stands before the names of anchors. */
  readonly prefix?: string;
}

/** Renders a text. The anchors of its headings are made as GitHub makes them. */
export function renderMarkdown(text: string, options: MarkdownOptions = {}): Rendered {
  const headings: Heading[] = [];
  const { link = (target) => target, shift = 0, prefix = "" } = options;
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const own: typeof markdown.renderer.rules = {
    fence: (tokens, index) => {
      const token = tokens[index];
      const [, language = "", words = ""] = /^(\S*)\s*(.*)$/.exec(token?.info ?? "") ?? [];
      const content = token?.content ?? "";
      const line = (token?.map?.[0] ?? 0) + 1;
      return options.fence?.({ language, words, text: content, line }) ?? plainBlock(content, language);
    },
    code_inline: (tokens, index) => {
      const content = tokens[index]?.content ?? "";
      const html = code(content);
      return ruleNamed(content) === undefined ? html : `<a href="/${pagePath(content)}">${html}</a>`;
    },
    table_open: () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>',
    table_close: () => "</table></div>",
  };
  Object.assign(markdown.renderer.rules, own);
  markdown.core.ruler.push("site", ({ tokens }) => {
    const used = new Map<string, number>();
    for (const [index, token] of tokens.entries()) {
      if (token.type === "heading_open" || token.type === "heading_close") {
        const level = Number(token.tag.slice(1)) + shift;
        token.tag = `h${level}`;
        const inline = tokens[index + 1];
        if (token.type === "heading_close" || inline === undefined) continue;
        const id = unused(prefix + slug(inline.content), used);
        token.attrSet("id", id);
        headings.push({
          level,
          id,
          html: markdown.renderInline(inline.content).replace(/<\/?a\b[^>]*>/g, ""),
        });
      }
      for (const child of token.children ?? []) {
        const name = child.type === "image" ? "src" : child.type === "link_open" ? "href" : undefined;
        if (name !== undefined) child.attrSet(name, link(String(child.attrGet(name) ?? "")));
        if (name === "src") child.attrSet("loading", "lazy");
      }
    }
  });
  return { html: markdown.render(text), headings };
}

/** A sentence or two, without paragraphs. */
export function renderInline(text: string): string {
  return renderMarkdown(text)
    .html.replace(/^<p>|<\/p>\n?$/g, "")
    .replace(/<\/p>\n<p>/g, "<br>");
}

/** A block without colours; what is wide scrolls. */
export function plainBlock(text: string, language = ""): string {
  const label = language === "" ? "Text" : `Code: ${escapeHtml(language)}`;
  return `<pre class="plain" tabindex="0" role="group" aria-label="${label}"><code>${escapeHtml(text)}</code></pre>\n`;
}

function unused(id: string, used: Map<string, number>): string {
  const times = used.get(id) ?? 0;
  used.set(id, times + 1);
  return times === 0 ? id : `${id}-${times}`;
}
