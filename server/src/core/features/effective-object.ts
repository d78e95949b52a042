// What Asterisk holds of the object at a cursor, in its own syntax, with the origin of every line.

import type { TypeCatalog } from "../catalog/pjsip.ts";
import type { ConfigOption, ConfigSection, LoadedFile } from "../config/section.ts";
import { includeText } from "../dialplan/call-words.ts";
import type { Context, Extension, Priority } from "../dialplan/model.ts";
import { switchText } from "../dialplan/search.ts";
import type { PjsipObject } from "../pjsip/judgement.ts";
import type { Line } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import { maskLine } from "../text/secrets.ts";
import type { SectionAt } from "./cursor/model.ts";
import { cursorAt } from "./cursor.ts";
import { maskedLine, maskedOption } from "./masked.ts";
import { headerText, originText, placeText } from "./places.ts";
import { relationsOf } from "./relations.ts";
import { dialplanOf } from "./step-places.ts";
import type { Subject } from "./subject.ts";

export interface EffectiveObject {
  /** "alice (endpoint)". */
  readonly title: string;
  readonly text: string;
  /** Where the section begins. */
  readonly file: string;
  readonly offset: number;
  /** The language of the text, as editors name it. */
  readonly language: "asterisk-pjsip" | "asterisk-dialplan" | "asterisk-conf";
}

/** Longer texts are cut. */
const mostLines = 2000;

/** Origins begin behind the longest line, but no further than here. */
const lastColumn = 48;

/** A line of the text, with where it comes from. */
interface Row {
  readonly text: string;
  readonly origin: string;
}

/** Undefined where the cursor is in no section, or in one that Asterisk would not get to. */
export function effectiveObject(subject: Subject, offset: number): EffectiveObject | undefined {
  const { section: at, fileKind } = cursorAt(subject, offset);
  const section = at?.section;
  if (at === undefined || section === undefined) return undefined;
  const language =
    fileKind === "dialplan" ? "asterisk-dialplan" : fileKind === "other" ? "asterisk-conf" : "asterisk-pjsip";
  const place = { file: section.file.path, offset: section.header.start, language } as const;
  if (fileKind === "dialplan" && !at.template) {
    const context = dialplanOf(subject).contexts.get(section.name);
    if (context !== undefined)
      return { title: `${context.name} (context)`, text: finished(contextLines(context)), ...place };
  }
  const objects = relationsOf(subject.installation).objectsOf(section);
  const isObject = fileKind === "pjsip" || fileKind === "wizard";
  if (isObject && objects.length > 0 && !at.template) {
    const title = fileKind === "wizard" ? "wizard" : (objects[0]?.type ?? "");
    const texts = objects.map((object) => finished(objectLines(subject, object)));
    return { title: `${section.name} (${title})`, text: texts.join("\n"), ...place };
  }
  const type = sectionType(subject, at);
  const kind = at.template ? "template" : "section";
  return { title: `${section.name} (${kind})`, text: finished(sectionLines(section, type)), ...place };
}

function sectionType({ installation }: Subject, { type }: SectionAt): TypeCatalog | undefined {
  return type === "wizard" ? installation.catalog.wizard : installation.catalog.types.get(type ?? "");
}

function finished(lines: readonly (string | Row)[]): string {
  const longest = lines.reduce(
    (most, line) => Math.max(most, typeof line === "string" ? 0 : line.text.length),
    0,
  );
  const column = Math.min(longest + 2, lastColumn);
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (typeof line === "string" ? line : `${line.text.padEnd(column - 1)} ; ${line.origin}`));
  if (lines.length > mostLines) shown.push(`; and ${lines.length - mostLines} more lines`);
  return `${shown.join("\n")}\n`;
}

function row(text: string, origin: string): Row {
  return { text, origin };
}

/** An object of pjsip.conf, also one that a wizard makes. */
function objectLines(subject: Subject, object: PjsipObject): (string | Row)[] {
  const { section, id, type, options } = object;
  const made = options !== section.options;
  const about = made ? `${type} made by wizard ${section.name}, ${headerText(section)}` : headerText(section);
  const catalog = subject.installation.catalog.types.get(type);
  const all = made ? [`type = ${type}`] : [];
  return [row(`[${id}]`, about), ...all, ...optionLines(section, options, catalog)];
}

function sectionLines(section: ConfigSection, type: TypeCatalog | undefined): (string | Row)[] {
  const bases = [...(section.template ? ["!"] : []), ...section.bases.map((base) => base.section.name)];
  const header = `[${section.name}]${bases.length === 0 ? "" : `(${bases.join(",")})`}`;
  return [row(header, headerText(section)), ...optionLines(section, section.options, type)];
}

/** Lines that a later one replaces are comments. */
function optionLines(
  section: ConfigSection,
  options: readonly ConfigOption[],
  type: TypeCatalog | undefined,
): Row[] {
  const counting = new Map<string, ConfigOption>();
  for (const option of options) {
    const name = asciiLower(option.name);
    const occurrence = type?.option(option.name)?.occurrence;
    if (occurrence === "last" || (occurrence === "first" && !counting.has(name))) counting.set(name, option);
  }
  return options.map((option) => {
    const counts = counting.get(asciiLower(option.name));
    const text = maskedLine(option, escaped(maskedOption(option)));
    const origin = `from ${originText(section, option).replace(/^from /, "")}`;
    return counts === undefined || counts === option
      ? row(text, origin)
      : row(`; ${text}`, `does not count, ${origin}`);
  });
}

function escaped(text: string): string {
  return text.replace(/;/g, "\\;");
}

/** A context as Asterisk holds it: its extensions in the order in which they are tried. */
function contextLines(context: Context): (string | Row)[] {
  const [first, ...others] = context.sections;
  const lines: (string | Row)[] = [
    row(`[${context.name}]`, first === undefined ? "made by another file" : headerText(first)),
  ];
  for (const section of others) lines.push(`; goes on at ${headerText(section)}`);
  for (const asked of context.switches)
    lines.push(row(`${asked.kind} => ${escaped(maskLine(switchText(asked)))}`, fromText(asked.option)));
  for (const include of context.includes)
    lines.push(row(`include => ${escaped(includeText(include))}`, fromText(include.option)));
  for (const { pattern, option } of context.ignorePatterns)
    lines.push(row(`ignorepat => ${escaped(pattern)}`, fromText(option)));
  if (context.autohints) lines.push("autohints = yes");
  for (const extension of context.extensions) lines.push(...extensionLines(extension));
  return lines;
}

function extensionLines({ shown, hint, priorities }: Extension): (string | Row)[] {
  const lines = priorities.map((priority, index) => {
    const label = priority.label === undefined ? "" : `(${priority.label})`;
    const start = index === 0 ? `exten => ${shown},` : " same => ";
    return stepRow(`${start}${priority.number}${label},`, priority);
  });
  if (hint !== undefined) lines.push(stepRow(`exten => ${shown},hint,`, hint));
  return lines;
}

function stepRow(start: string, { step }: Priority): Row {
  const { application, data, parentheses } = step;
  const call = parentheses === "none" ? application.text : `${application.text}(${data.text})`;
  return row(`${start}${escaped(maskLine(call))}`, fromText(step.option));
}

function fromText(place: { readonly file: LoadedFile; readonly line: Line }): string {
  return `from ${placeText(place)}`;
}
