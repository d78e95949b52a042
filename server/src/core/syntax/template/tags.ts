// The tags of template engines in a text: what opens and closes blocks, what yields text and what yields none.

import type { Span } from "../../text/span.ts";

export type TagEngine = "jinja" | "erb" | "go";

/**
 * "value" yields text; "comment" and "statement" yield none; "open", "middle" and "close" are the ends of blocks and
 * of their branches; "other" yields whatever it likes, such as the text of another file.
 */
export type TagKind = "value" | "comment" | "statement" | "open" | "middle" | "close" | "other";

export interface Tag extends Span {
  readonly kind: TagKind;
  /** Whether the blanks and line breaks before it, or behind it, go as well. */
  readonly trimsBefore: boolean;
  readonly trimsBehind: boolean;
  /** Whether the block that it opens holds text that is to be left as it is. */
  readonly raw: boolean;
  /** A last branch: one of the branches is taken in any case. */
  readonly otherwise: boolean;
}

export interface Tags {
  /** In order, not overlapping. */
  readonly tags: readonly Tag[];
  /** A tag that never ends. */
  readonly unclosed: Span | undefined;
}

interface Dialect {
  /** What a tag begins with; a file without any of these has no tags. */
  readonly openers: RegExp;
  /** The end of a tag by its opener. */
  readonly close: (opener: string) => string;
  /** Which characters quote text in a tag. */
  readonly quotes: string;
  readonly kindOf: (opener: string, body: string) => TagKind;
}

const jinja: Dialect = {
  openers: /\{[{%#]/g,
  close: (opener) => (opener === "{{" ? "}}" : opener === "{%" ? "%}" : "#}"),
  quotes: "'\"",
  kindOf: (opener, body) => {
    if (opener === "{{") return "value";
    if (opener === "{#") return "comment";
    const word = /^\w+/.exec(body)?.[0] ?? "";
    if (word.startsWith("end")) return "close";
    if (["elif", "else", "pluralize"].includes(word)) return "middle";
    if (word === "set") return body.includes("=") ? "statement" : "open";
    if (jinjaBlocks.has(word)) return "open";
    return ["do", "break", "continue", "import", "from"].includes(word) ? "statement" : "other";
  },
};

const jinjaBlocks: ReadonlySet<string> = new Set([
  ...["if", "for", "macro", "call", "filter", "block", "with", "autoescape", "trans", "raw"],
]);

const erb: Dialect = {
  openers: /<%%?/g,
  close: () => "%>",
  quotes: "",
  kindOf: (_, body) => {
    if (body.startsWith("#")) return "comment";
    if (/\bdo\s*(?:\|[^|]*\|)?$|\{\s*(?:\|[^|]*\|)?$/.test(body.slice(-100))) return "open";
    if (body.startsWith("=")) return "value";
    if (/^(?:end\b|\})/.test(body)) return "close";
    if (/^(?:else|elsif|when|in|rescue|ensure)\b/.test(body)) return "middle";
    if (/^(?:if|unless|case|while|until|for|begin)\b/.test(body) && !/\bend$/.test(body)) return "open";
    return /\b(?:puts|print|render|include)\b|<<|\bconcat\b/.test(body) ? "other" : "statement";
  },
};

const go: Dialect = {
  openers: /\{\{/g,
  close: () => "}}",
  quotes: "'\"`",
  kindOf: (_, body) => {
    if (/^(?:\/\*|!)/.test(body)) return "comment";
    const word = /^\w+/.exec(body)?.[0] ?? "";
    if (["if", "range", "with", "block", "define"].includes(word) || /^[#^]/.test(body)) return "open";
    if (word === "else") return "middle";
    // {{/if}} as Handlebars and Mustache have it.
    if (word === "end" || body.startsWith("/")) return "close";
    if (/^\$[\w$]*(?:\s*,\s*\$\w+)?\s*:?=/.test(body) || ["break", "continue"].includes(word))
      return "statement";
    return ["template", "include", "partial"].includes(word) || body.startsWith(">") ? "other" : "value";
  },
};

const dialects: Readonly<Record<TagEngine, Dialect>> = { jinja, erb, go };

/** Finds all tags; linear in the length of the text. */
export function findTags(text: string, engine: TagEngine): Tags {
  const dialect = dialects[engine];
  const openers = new RegExp(dialect.openers);
  const tags: Tag[] = [];
  for (let found = openers.exec(text); found !== null; found = openers.exec(text)) {
    const [opener] = found;
    const start = found.index;
    // "<%%" stands for "<%" in what is written.
    if (opener === "<%%") continue;
    const end = endOf(text, start + opener.length, opener, dialect);
    if (end === undefined) {
      const line = text.indexOf("\n", start);
      return { tags, unclosed: { start, end: line === -1 ? text.length : line } };
    }
    const tag = tagAt(text, opener, { start, end }, dialect);
    tags.push(tag);
    openers.lastIndex = end;
    if (tag.raw) openers.lastIndex = endOfRaw(text, end);
  }
  return { tags, unclosed: undefined };
}

function endOf(text: string, from: number, opener: string, { close, quotes }: Dialect): number | undefined {
  const closing = close(opener);
  const plain = text.indexOf(closing, from);
  if (plain === -1) return undefined;
  const isComment = opener === "{#" || /^-?\s*\/\*/.test(text.slice(from, from + 8));
  if (isComment || quotes === "" || !hasQuote(text, from, plain, quotes)) return plain + closing.length;
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === "\\" && quote !== "`") at++;
      else if (character === quote) quote = "";
    } else if (text.startsWith(closing, at)) return at + closing.length;
    else if (quotes.includes(character)) quote = character;
    // A quote that never ends, or only far away, is no quote.
    if (at - plain > maximumQuoted) break;
  }
  return plain + closing.length;
}

/** How far behind the first end of a tag quotes may carry it. */
const maximumQuoted = 2000;

function hasQuote(text: string, from: number, to: number, quotes: string): boolean {
  for (let at = from; at < to; at++) if (quotes.includes(text.charAt(at))) return true;
  return false;
}

function endOfRaw(text: string, from: number): number {
  const end = /\{%[-+]?\s*endraw\b/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

function tagAt(text: string, opener: string, { start, end }: Span, dialect: Dialect): Tag {
  const closing = dialect.close(opener);
  const whole = text.slice(start + opener.length, end - closing.length);
  const body = whole
    .replace(/^[-+~]/, "")
    .replace(/[-+~]$/, "")
    .trim();
  const kind = dialect.kindOf(opener, body);
  return {
    start,
    end,
    kind,
    // ERB takes the blanks in front of "<%-" only, never a line break.
    trimsBefore: dialect !== erb && /^[-~]/.test(whole),
    trimsBehind: /[-~]$/.test(whole),
    raw: dialect === jinja && opener === "{%" && /^raw\b/.test(body),
    otherwise: kind === "middle" && /^else(?!\s+if)\b/.test(body),
  };
}
