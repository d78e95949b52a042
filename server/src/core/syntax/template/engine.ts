// Which template engine a file is for: its name says it best, then what stands in it.

import { renderedName } from "../../text/rendered-name.ts";
import type { TagEngine } from "./tags.ts";

const byEnding: Readonly<Record<string, TagEngine>> = {
  j2: "jinja",
  jinja: "jinja",
  jinja2: "jinja",
  erb: "erb",
  gotmpl: "go",
  gtpl: "go",
};

/** Whether a program that knows no blocks may be meant: envsubst, sed, autoconf. */
export function mayBeSubstituted(path: string): boolean {
  const ending = endingOf(path);
  return ending !== undefined && byEnding[ending] === undefined;
}

/** Whether autoconf makes another file of it. */
export function isForAutoconf(path: string): boolean {
  return endingOf(path) === "in";
}

/** The engine whose tags a text holds; undefined: none, so far as can be seen. */
export function engineOf(path: string, text: string): TagEngine | undefined {
  const ending = endingOf(path);
  if (ending === undefined) return ownLanguages.test(path) ? undefined : byTags(text);
  return byEnding[ending] ?? (/\{[{%]|<%/.test(text) ? (byTags(text) ?? "jinja") : undefined);
}

/** Files of Asterisk's in languages that have braces of their own. */
const ownLanguages = /\.(?:lua|ael|ya?ml|json|xml|js|py|sh|agi|php|html?)$/i;

function endingOf(path: string): string | undefined {
  return renderedName(path) === undefined ? undefined : path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

/** Two searches that find nothing are all that a file without tags costs. */
function byTags(text: string): TagEngine | undefined {
  const hasBraces = text.includes("{{");
  if (text.includes("{%") && /\{%[-+]?\s*[a-z]\w*\b[^\n]{0,500}?%\}/.test(text)) return "jinja";
  if (text.includes("<%") && /<%[-=#]?\s*[@\w][^\n]{0,500}?%>/.test(text)) return "erb";
  if (!hasBraces || !/(?<!\$)\{\{[-~]?\s*[\w.$"'(/#][^\n]{0,500}?\}\}/.test(text)) return undefined;
  return /\{\{[-~]?\s*(?:[.$/#]|(?:if|range|with|end|define|template|block)\b)/.test(text) ? "go" : "jinja";
}
