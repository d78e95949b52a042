// The section around an offset, also in a text that Asterisk would not read to its end.

import { isDialplanFile, isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import type { Subject } from "../subject.ts";
import type { FileKind, SectionAt } from "./model.ts";

/** The root file as whose part a file is read. */
export function rootOf({ roots, file }: Subject): string {
  return roots[0] ?? file;
}

export function fileKindOf(subject: Subject): FileKind {
  const root = rootOf(subject);
  if (knownFile(root)?.reader === "wizard") return "wizard";
  if (isPjsipFile(root)) return "pjsip";
  return isDialplanFile(root) ? "dialplan" : "other";
}

/** The section whose lines stand around `lineStart`, the beginning of a line. */
export function sectionAt(subject: Subject, lineStart: number): SectionAt | undefined {
  const { text } = subject;
  const header = headerBefore(text, lineStart);
  if (header === undefined) return continuedSection(subject, lineStart);
  const { line } = lineAt(text, header);
  if (line?.kind !== "section") return undefined;
  const section = loadedSections(subject).byHeader.get(line.start);
  const body = { start: Math.min(line.end + 1, text.length), end: bodyEnd(text, lineStart) };
  const modifiers = line.modifiers.map(({ text: word }) => word.trim());
  const name = section?.name ?? line.name;
  return {
    name,
    span: sourceSpan(line, line.nameStart, line.nameEnd),
    body,
    section,
    template: section?.template ?? modifiers.includes("!"),
    bases: modifiers.filter((word) => word !== "!" && word !== "+" && word !== ""),
    type: typeOf(subject, name, section, text.slice(body.start, body.end), modifiers),
  };
}

/** A file that is included within a section has lines of it in front of its first header. */
function continuedSection(subject: Subject, lineStart: number): SectionAt | undefined {
  const section = loadedSections(subject).first;
  if (section === undefined) return undefined;
  const body = { start: 0, end: bodyEnd(subject.text, lineStart) };
  return {
    name: section.name,
    span: undefined,
    body,
    section,
    template: section.template,
    bases: section.bases.map((base) => base.section.name),
    type: typeOf(subject, section.name, section, subject.text.slice(body.start, body.end), []),
  };
}

/** Where the last header before `before` begins. */
function headerBefore(text: string, before: number): number | undefined {
  for (
    let at = text.lastIndexOf("[", before - 1);
    at >= 0 && before > 0;
    at = text.lastIndexOf("[", at - 1)
  ) {
    if (isHeader(text, at)) return at;
    if (at === 0) return undefined;
  }
  return undefined;
}

function bodyEnd(text: string, from: number): number {
  for (let at = text.indexOf("[", from); at >= 0; at = text.indexOf("[", at + 1)) {
    if (isHeader(text, at)) return text.lastIndexOf("\n", at) + 1;
  }
  return text.length;
}

/** Whether a header begins with the "[" at this offset. */
function isHeader(text: string, at: number): boolean {
  // Only blanks and the end of a block comment can stand in front of it.
  const before = at === 0 ? 10 : text.charCodeAt(at - 1);
  if (before > 32 && before !== 59 && before !== 0xfeff) return false;
  const lineStart = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  if (!/(?:^\ufeff?|--;)[\0- ]*$/.test(text.slice(lineStart, at))) return false;
  const { line } = lineAt(text, at);
  return line?.kind === "section" && sourceSpan(line, line.nameStart, line.nameStart).start === at + 1;
}

function typeOf(
  subject: Subject,
  name: string,
  section: ConfigSection | undefined,
  body: string,
  modifiers: readonly string[],
): string | undefined {
  const kind = fileKindOf(subject);
  if (kind === "wizard") return "wizard";
  if (kind !== "pjsip") return undefined;
  const { types } = subject.installation.catalog;
  const known = (type: string | undefined): string | undefined =>
    type !== undefined && types.has(type) ? type : undefined;
  const inherited = (): string | undefined => {
    const sections = loadedSections(subject).all;
    for (const base of modifiers) {
      const found = sections.get(base);
      const type = found && firstOption(found, "type")?.value;
      if (type !== undefined) return type;
    }
    return undefined;
  };
  const loaded = section && firstOption(section, "type")?.value;
  const written = /^[ \t]*type[ \t]*=>?[ \t]*([^\s;]+)/im.exec(body)?.[1];
  for (const { spec } of types.values()) {
    if (spec.explicitName !== undefined && equalsIgnoringCase(name, spec.explicitName))
      return known(loaded) ?? known(inherited()) ?? known(written) ?? spec.type;
  }
  return known(loaded) ?? known(inherited()) ?? known(written);
}

/** The sections of a load, as they are looked for. */
interface Loaded {
  /** By name; of several sections of one name the first. */
  readonly all: ReadonlyMap<string, ConfigSection>;
  /** By the beginning of the line of a header in the file. */
  readonly byHeader: ReadonlyMap<number, ConfigSection>;
  /** The section in which the file is included, where lines stand in front of its first header. */
  readonly first: ConfigSection | undefined;
}

const remembered = new WeakMap<ConfigLoad, Map<string, Loaded>>();

/** The sections of the load to which a file belongs, found by their headers in it. */
export function loadedSections(subject: Subject): Loaded {
  const { file } = subject;
  const load = subject.installation.load(rootOf(subject));
  let byFile = remembered.get(load);
  if (byFile === undefined) {
    byFile = new Map();
    remembered.set(load, byFile);
  }
  let found = byFile.get(file);
  if (found === undefined) {
    found = readSections(load, file);
    byFile.set(file, found);
  }
  return found;
}

function readSections(load: ConfigLoad, file: string): Loaded {
  const all = new Map<string, ConfigSection>();
  const byHeader = new Map<number, ConfigSection>();
  let first: ConfigSection | undefined;
  const text = load.files.find(({ path }) => path === file)?.lines.text ?? "";
  const firstHeader =
    headerBefore(text, text.length) === undefined ? Number.POSITIVE_INFINITY : bodyEnd(text, 0);
  const isRoot = load.root === file;
  for (const section of load.sections) {
    if (!all.has(section.name)) all.set(section.name, section);
    if (section.file.path === file) byHeader.set(section.header.start, section);
    for (const { file: other, line } of section.appended)
      if (other.path === file) byHeader.set(line.start, section);
    if (isRoot || first !== undefined || section.file.path === file) continue;
    if (section.options.some((option) => option.file.path === file && option.line.start < firstHeader))
      first = section;
  }
  return { all, byHeader, first };
}
