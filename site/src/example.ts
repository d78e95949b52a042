// The blocks of a rule's page: files with the problems that the linter finds in them, files after their fixes,
// settings in words, and lines of Asterisk's log.

import { type Problem, pagePath, type Rule } from "../../server/src/core/api.ts";
import { problemsOf } from "../../test/support/example-problems.ts";
import { type Example, isMark, placeIn, type Page as RulePage } from "../../test/support/pages.ts";
import { colourLines, type Marked } from "./colours.ts";
import { code, escapeHtml } from "./html.ts";
import { type Fence, renderInline } from "./markdown.ts";

/** Renders the blocks of one page, top down. */
export class ExampleBlocks {
  readonly #page: RulePage;
  readonly #rule: Rule;
  readonly #problems = new Map<Example, readonly Problem[]>();

  constructor(page: RulePage, rule: Rule) {
    this.#page = page;
    this.#rule = rule;
  }

  /** HTML of a block; undefined where it is none of a rule's page. */
  render({ language, words, text, line }: Fence): string | undefined {
    const example = this.#page.examples.findLast((other) => other.line <= line);
    if (language === "log") return logBlock(text);
    if (example === undefined) return undefined;
    if (language === "settings") return settingsBlock(example);
    // The problems stand below the lines that they are about.
    if (language === "problems") return "";
    if (language !== "asterisk") return undefined;
    const [, kind = "", file = ""] = /(file|fixed)=(\S+)/.exec(words) ?? [];
    const note = words.includes("escapes") ? escapesNote(text) : "";
    return kind === "fixed"
      ? fixedBlock(example, file, text, note)
      : this.#fileBlock(example, file, text, note);
  }

  #fileBlock(example: Example, file: string, text: string, note: string): string {
    const problems = this.#problemsOf(example).filter((problem) => problem.file === file);
    const source = example.files.get(file) ?? "";
    const read = source.split("\n");
    const marks = new Map<number, Marked[]>();
    const below = new Map<number, string>();
    const lines = text.replace(/\n$/, "").split("\n");
    for (const problem of problems) {
      const { line, column, width } = placeIn(source, problem.span);
      const at = line - 1;
      below.set(at, (below.get(at) ?? "") + problemLine(problem, this.#rule.id));
      const shown = lines[at] ?? "";
      const end = Math.min(column - 1 + width, shown.length);
      // Where escapes stand before it, the place in the page is another one.
      if (!(read[at] ?? "").startsWith(shown.slice(0, end)) || end < column) continue;
      const list = marks.get(at) ?? [];
      list.push({ start: column - 1, end, kind: problem.severity });
      marks.set(
        at,
        list.sort((left, right) => left.start - right.start),
      );
    }
    const html = colourLines(file, lines, marks)
      .map((line, index) => ({ line, index }))
      .filter(({ index }) => !isMark(lines[index] ?? ""))
      .map(({ line, index }) => `<span class="line">${line}\n</span>${below.get(index) ?? ""}`);
    const verdict = example.verdict.toLowerCase();
    return block(verdict, file, html.join(""), note);
  }

  #problemsOf(example: Example): readonly Problem[] {
    // A good example has none: the tests hold that.
    if (example.verdict === "Good") return [];
    const known = this.#problems.get(example) ?? problemsOf(example, example.files, this.#rule);
    this.#problems.set(example, known);
    return known;
  }
}

/** The message, and which rule it is of where that is not the rule of the page. */
function problemLine({ rule, message, severity }: Problem, own: string): string {
  const link = rule === own ? "" : ` <a href="/${pagePath(rule)}">${escapeHtml(rule)}</a>`;
  return `<span class="problem ${severity}"><b>${severity}</b> ${escapeHtml(message)}${link}\n</span>`;
}

/** Lines that the file before did not have are marked. */
function fixedBlock(example: Example, file: string, text: string, note: string): string {
  const before = new Set((example.files.get(file) ?? "").replaceAll("\r", "").split("\n"));
  const lines = text.replace(/\n$/, "").split("\n");
  const html = colourLines(file, lines).map((line, index) => {
    const isNew = !before.has((lines[index] ?? "").replace(/\\r$/, ""));
    return `<span class="line${isNew ? " new" : ""}">${line}\n</span>`;
  });
  return block("fixed", `${file} after the fixes`, html.join(""), note);
}

function block(kind: string, caption: string, html: string, note: string): string {
  return `<figure class="code ${kind}"><figcaption>${escapeHtml(caption)}</figcaption><pre><code>${html}</code></pre>${note}</figure>\n`;
}

function escapesNote(text: string): string {
  const known: readonly (readonly [RegExp, string, string])[] = [
    [/\\r/, "\\r", "a carriage return"],
    [/\\0/, "\\0", "a byte of zero"],
    [/\\u[0-9A-F]{4}/, "\\uXXXX", "a character by its number"],
    [/\\x[89A-F][0-9A-F]/, "\\xXX", "a byte that is no UTF-8"],
    [/\\\{\d+ [^}]+\}/, "\\{N x}", "N times x"],
  ];
  const used = known.filter(([pattern]) => pattern.test(text));
  const items = used.map(([, sign, meaning]) => `${code(sign)} stands for ${meaning}`);
  return items.length === 0 ? "" : `<p class="note">${items.join("; ")}.</p>`;
}

/** `<name>` in a message stands for what differs from case to case. */
function logBlock(text: string): string {
  const lines = text.trimEnd().split("\n");
  const html = lines.map((line) => {
    const shown = escapeHtml(line).replace(/&lt;([a-z][a-z0-9 -]*)&gt;/g, "<var>$1</var>");
    return `<span class="line">${shown}\n</span>`;
  });
  return `<figure class="code log"><figcaption>Asterisk logs</figcaption><pre><code>${html.join("")}</code></pre></figure>\n`;
}

function settingsBlock({ settings }: Example): string {
  const { version, from, directory, providers, knownApplications, alone, suppressions } = settings;
  const said: string[] = [];
  if (from !== undefined) said.push(`for an upgrade from Asterisk ${from} to ${version ?? "the newest"}`);
  else if (version !== undefined) said.push(`for Asterisk ${version}`);
  if (directory !== undefined) said.push(`with \`astetcdir\` ${directory}`);
  if (alone !== undefined) said.push(`with ${alone} checked alone, as a file that others include`);
  if (suppressions === "with-reason") said.push("where comments that silence rules need a reason");
  if (suppressions === "forbid") said.push("where comments may not silence rules");
  if (knownApplications !== undefined)
    said.push(`with the applications ${knownApplications.join(" and ")} of modules of your own`);
  for (const [name, addresses] of Object.entries(providers ?? {}))
    said.push(`with the addresses ${addresses.join(", ")} of ${name}`);
  return `<p class="note">Checked ${renderInline(said.join(", "))}.</p>\n`;
}
