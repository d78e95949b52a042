// Reads the pages of the rules (server/src/core/rules/<group>/<name>.md): prose, the messages that Asterisk
// logs, and examples with marks. What the examples prove is left to rules.test.ts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineIndex, type SuppressionPolicy } from "../../server/src/core/api.ts";

/** A problem that an example announces. `width` is known where carets are drawn. */
export interface Expected {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly width: number | undefined;
  readonly rule: string;
  readonly text: string;
}

/** One "## Bad" or "## Good" heading with its blocks: a small installation. */
export interface Example {
  readonly verdict: "Bad" | "Good";
  readonly heading: string;
  /** Line of the heading in the page. */
  readonly line: number;
  readonly files: ReadonlyMap<string, string>;
  /** The files after their fixes, without marks. */
  readonly fixed: ReadonlyMap<string, string>;
  readonly expected: readonly Expected[];
  readonly settings: {
    readonly version?: string;
    /** The version that reads the files today: the problems are those of an upgrade. */
    readonly from?: string;
    readonly directory?: string;
    readonly providers?: Readonly<Record<string, readonly string[]>>;
    readonly knownApplications?: readonly string[];
    readonly alone?: string;
    readonly suppressions?: SuppressionPolicy;
  };
}

export interface Page {
  /** Group and name, from its path. */
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly title: string;
  readonly generated: string | undefined;
  readonly prose: string;
  readonly log: readonly string[];
  readonly examples: readonly Example[];
  /** What is wrong with the page itself. */
  readonly mistakes: readonly string[];
}

export const rulesFolder = "server/src/core/rules";
export const generatedLine: RegExp = /^<!-- generated: .* -->$/m;

/** Paths below the rules folder, "/" between folders, of files in a group that end in `ending`. */
export function groupFiles(ending: string): string[] {
  return readdirSync(rulesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(rulesFolder, entry.name)).map((name) => `${entry.name}/${name}`))
    .filter((path) => path.endsWith(ending))
    .sort((left, right) => (left.slice(0, -3) < right.slice(0, -3) ? -1 : 1));
}

export function readPages(): Page[] {
  return groupFiles(".md").map((path) => parsePage(path, readFileSync(join(rulesFolder, path), "utf8")));
}

interface Block {
  readonly language: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly line: number;
}

interface Part {
  readonly heading: string;
  readonly line: number;
  readonly blocks: Block[];
}

/** Takes a page apart. Never throws: what it cannot read is in `mistakes`. */
export function parsePage(path: string, text: string): Page {
  const mistakes: string[] = [];
  const parts: Part[] = [{ heading: "", line: 1, blocks: [] }];
  const prose: string[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.length > 115 && !line.startsWith("|")) mistakes.push(`line ${at + 1} is longer than 115`);
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    if (line.startsWith("## ")) parts.push({ heading: line.slice(3), line: at + 1, blocks: [] });
    else if (fence === null) prose.push(line);
    else {
      const end = lines.indexOf("```", at + 1);
      if (end === -1) {
        mistakes.push(`the block in line ${at + 1} never ends`);
        break;
      }
      const body = lines.slice(at + 1, end);
      parts.at(-1)?.blocks.push({
        language: fence[1] ?? "",
        attributes: attributesOf(fence[2] ?? ""),
        text: body.length === 0 ? "" : `${body.join("\n")}\n`,
        line: at + 1,
      });
      at = end;
    }
  }
  const examples = parts.flatMap((part) => {
    const verdict = /^(Bad|Good)(?:: .+)?$/.exec(part.heading)?.[1];
    return verdict === "Bad" || verdict === "Good" ? [exampleOf(verdict, part, mistakes)] : [];
  });
  const logs = parts.flatMap((part) => part.blocks.filter(({ language }) => language === "log"));
  return {
    id: path.replace(/\.md$/, ""),
    path: join(rulesFolder, path),
    text,
    title: lines[0] ?? "",
    generated: generatedLine.exec(text)?.[0],
    prose: prose.join("\n"),
    log: logs.flatMap((block) => block.text.split("\n")).filter((line) => line !== ""),
    examples,
    mistakes,
  };
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    text
      .split(/\s+/)
      .filter((item) => item !== "")
      .map((item): [string, string] => {
        const [name = "", value = ""] = item.split("=");
        return [name, value];
      }),
  );
}

function exampleOf(verdict: "Bad" | "Good", part: Part, mistakes: string[]): Example {
  const files = new Map<string, string>();
  const fixed = new Map<string, string>();
  const expected: Expected[] = [];
  let settings: Example["settings"] = {};
  for (const { language, attributes, text, line } of part.blocks) {
    const body = attributes.has("escapes") ? expand(text) : text;
    const file = attributes.get("file");
    const fixedFile = attributes.get("fixed");
    if (language === "settings") settings = JSON.parse(text) as Example["settings"];
    else if (language === "problems") expected.push(...listed(text));
    else if (language === "asterisk" && file !== undefined) {
      if (files.has(file)) mistakes.push(`line ${line}: ${file} is there twice`);
      files.set(file, body);
      expected.push(...marks(file, body));
    } else if (language === "asterisk" && fixedFile !== undefined) fixed.set(fixedFile, body);
    else if (language !== "log") mistakes.push(`line ${line}: a block that is neither file= nor fixed=`);
  }
  if (files.size === 0) mistakes.push(`line ${part.line}: "${part.heading}" has no example`);
  return { verdict, heading: part.heading, line: part.line, files, fixed, expected, settings };
}

/** A comment whose carets stand below the piece that the problem is about. */
const mark = /^;( *)(\^+) ([a-z-]+\/[a-z-]+):? ?(.*)$/;

function marks(file: string, text: string): Expected[] {
  const found: Expected[] = [];
  let marked = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const [, blanks = "", carets = "", rule = "", message = ""] = mark.exec(line) ?? [];
    if (rule === "") marked = index + 1;
    else {
      found.push({
        file,
        line: marked,
        column: blanks.length + 2,
        width: carets.length,
        rule,
        text: message,
      });
    }
  }
  return found;
}

/** `file:line:column rule: text`, for places under which no mark can stand. */
function listed(text: string): Expected[] {
  return [...text.matchAll(/^(\S+):(\d+):(\d+) ([a-z-]+\/[a-z-]+): ?(.*)$/gm)].map(
    ([, file = "", line, column, rule = "", message = ""]) => ({
      file,
      line: Number(line),
      column: Number(column),
      width: undefined,
      rule,
      text: message,
    }),
  );
}

/** Whether a line of an example is a mark below the line before. */
export function isMark(line: string): boolean {
  return mark.test(line);
}

/** The text without its marks. */
export function withoutMarks(text: string): string {
  return text
    .split("\n")
    .filter((line) => !isMark(line))
    .join("\n");
}

/** `\r`, `\0`, `\uFEFF`, `\xE9` (one byte that is not UTF-8) and `\{8191 x}` (a repetition). */
function expand(text: string): string {
  return text.replace(
    /\\(?:r|0|u([0-9A-F]{4})|x([89A-F][0-9A-F])|\{(\d+) ([^}]+)\})/g,
    (all, unit: string | undefined, byte: string | undefined, count: string | undefined, piece: string) => {
      if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
      if (byte !== undefined) return String.fromCharCode(0xdc00 + Number.parseInt(byte, 16));
      if (count !== undefined) return piece.repeat(Number(count));
      return all === "\\r" ? "\r" : "\0";
    },
  );
}

/** Where in a text a span stands: 1-based line and column, and how wide it is (at least 1). */
export function placeIn(
  text: string,
  span: { readonly start: number; readonly end: number },
): { line: number; column: number; width: number } {
  return {
    ...new LineIndex(text).position(span.start),
    width: Math.max(1, span.end - span.start),
  };
}

/** Whether a page shows a message, with any text in the place of `<...>`. */
export function showsMessage(page: Page, message: string): boolean {
  return page.log.some((template) => templatePattern(template).test(message));
}

function templatePattern(template: string): RegExp {
  const pieces = template.split(/<[a-z][a-z0-9 -]*>/);
  return new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^]*")}$`);
}
