// The section around an offset, also in a text that Asterisk would not read to its end.

import { isDialplanFile, isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import type { Subject } from "../subject.ts";
import { loadedSections, rootOf } from "../subject-file.ts";
import type { FileKind, SectionAt } from "./model.ts";

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
