// A file that a template engine makes a configuration file of, as far as it can be read before: with every block there,
// or with some of their branches.

import { firstIndex } from "../../text/first-index.ts";
import { renderedName } from "../../text/rendered-name.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import { type Block, findBlocks } from "./blocks.ts";
import { engineOf, isForAutoconf, mayBeSubstituted } from "./engine.ts";
import { blanked, layOut, merged } from "./lay-out.ts";
import { findNames, mayHoldNames, type NameSettings, type PlaceholderMarks } from "./names.ts";
import { findTags, type Tag, type TagEngine } from "./tags.ts";

export interface Template {
  /** The file as it is, whose path may end in what names the engine. */
  readonly source: SourceFile;
  readonly engine: TagEngine | "names";
  /** Whether its name says that it is a template. */
  readonly named: boolean;
  /** Everything in it that is for the engine, in order. */
  readonly tags: readonly Tag[];
  /** Blocks of whole lines, inner ones before the ones around them. */
  readonly blocks: readonly Block[];
  /** What may not be there, be there more than once or mean something else; in order, without overlaps. */
  readonly conditional: readonly Span[];
  /** A tag without an end, or without its partner. */
  readonly broken: Span | undefined;
  /** As long as the source, with every branch of every block. */
  readonly text: string;
}

export interface TemplateSettings {
  readonly marks: readonly PlaceholderMarks[];
  /** What ${NAME} stands for in the file. */
  readonly variables: "placeholders" | "asterisk";
  readonly isVariable: (name: string) => boolean;
}

const templates = new WeakMap<SourceFile, Template>();

/** The template that a file was rendered of by `renderedFile`. */
export function templateOf(file: SourceFile): Template | undefined {
  return templates.get(file);
}

/** A template as a file to be read, under the path that it will have. */
export function renderedFile(template: Template, path: string, text: string): SourceFile {
  const file = { path, text };
  templates.set(file, template);
  return file;
}

/** Reads a template; undefined where a file is none, which two searches tell. */
export function readTemplate(source: SourceFile, settings: TemplateSettings): Template | undefined {
  const { path, text } = source;
  const engine = engineOf(path, text);
  const names = nameSettings(path, settings);
  const mayHold = mayHoldNames(text, names);
  if (engine === undefined && !mayHold) return undefined;
  const { tags, unclosed } =
    engine === undefined ? { tags: [], unclosed: undefined } : findTags(text, engine);
  const all = mayHold ? withNames(tags, findNames(text, names)) : tags;
  if (all.length === 0 && unclosed === undefined) return undefined;
  const whole = unclosed === undefined ? all : withNames(all, [unclosed]);
  const { blocks: found, unpaired } = findBlocks(whole, text.length);
  const { text: laidOut, hidden } = layOut(text, whole);
  const blocks = found.filter((block) => !isWithin(block, hidden));
  return {
    source,
    engine: engine ?? "names",
    named: renderedName(path) !== undefined,
    tags: whole,
    blocks,
    conditional: merged([...blocks, ...sectionsWithUnknownLines(laidOut)]),
    broken: unclosed ?? unpaired,
    text: laidOut,
  };
}

/** A line that may become several lines, a header or nothing; or a priority that others are counted from. */
const unknownLine = /^[ \t]*(?:exten[ \t]*=>?[^,\n]*,[^,(\n]*|same[ \t]*=>?[^,(\n]*)?[\uE100-\uE17F]/gim;

/** The sections with such lines, which may be of another type or end sooner than they seem to. */
function sectionsWithUnknownLines(text: string): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(unknownLine)) {
    const before = found[found.length - 1]?.end ?? 0;
    if (index < before) continue;
    const header = /^[ \t]*\[/gm;
    header.lastIndex = before;
    let start = before;
    let end = text.length;
    for (let next = header.exec(text); next !== null; next = header.exec(text)) {
      if (next.index > index) end = next.index;
      if (next.index > index) break;
      start = next.index;
    }
    found.push({ start, end });
  }
  return found;
}

/** Whether a place lies in one of several, which are in order and do not overlap. */
export function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
  const last = spans[firstIndex(spans, (span) => span.start > start) - 1];
  return last !== undefined && end <= last.end;
}

/** Whether a place has something in common with one of several, or touches it. */
export function meets({ start, end }: Span, spans: readonly Span[]): boolean {
  const first = spans[firstIndex(spans, (span) => span.end >= start)];
  return first !== undefined && first.start <= end;
}

function nameSettings(path: string, { marks, variables, isVariable }: TemplateSettings): NameSettings {
  const substituted = mayBeSubstituted(path);
  return {
    marks,
    autoconf: isForAutoconf(path),
    variables: variables === "placeholders" ? "all" : substituted ? "foreign" : "none",
    isVariable,
  };
}

/** Tags with names between them; a name in a tag is the tag's business. */
function withNames(tags: readonly Tag[], names: readonly Span[]): Tag[] {
  const found: Tag[] = [];
  let index = 0;
  for (const { start, end } of names) {
    while ((tags[index]?.end ?? Number.POSITIVE_INFINITY) <= start) found.push(tags[index++] as Tag);
    const before = found[found.length - 1]?.end ?? 0;
    if (start < before || (tags[index]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    found.push({ ...plainTag, start, end });
  }
  for (; index < tags.length; index++) found.push(tags[index] as Tag);
  return found;
}

const plainTag = {
  kind: "value",
  trimsBefore: false,
  trimsBehind: false,
  raw: false,
  otherwise: false,
} as const;

/** Which branch of a block is there: "every" one of them, or the one of an index, which may be beyond the last. */
export type Choice = (block: number) => "every" | number;

/** The text with some branches of its blocks only, as long as the source. */
export function textOf({ text, blocks }: Template, choice: Choice): string {
  const gone: Span[] = [];
  for (const [index, { branches }] of blocks.entries()) {
    const chosen = choice(index);
    if (chosen === "every") continue;
    for (const [branch, span] of branches.entries()) if (branch !== chosen) gone.push(span);
  }
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of merged(gone)) {
    parts.push(text.slice(at, start), blanked(text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
