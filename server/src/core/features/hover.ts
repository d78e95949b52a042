// What an editor shows of the piece under the pointer, as Markdown.

import type { Span } from "../text/span.ts";
import { type Cursor, cursorAt, type Token } from "./cursor.ts";
import { objectDocumentation } from "./documentation.ts";
import { generalOptions } from "./general-options.ts";
import { substitutionAt } from "./hover/constant-value.ts";
import { hintHover } from "./hover/device-hover.ts";
import {
  applicationHover,
  argumentHover,
  extensionHover,
  keywordHover,
  priorityHover,
  statementHover,
} from "./hover/dialplan-hover.ts";
import { letterUnder } from "./hover/letter-hover.ts";
import { contextHover, objectText, optionsBlock, plainSectionHover } from "./hover/object-hover.ts";
import { optionNameHover, optionValueHover, valueItem } from "./hover/option-hover.ts";
import { expressionHover, functionHover, globalHover, variableHover } from "./hover/variable-hover.ts";
import { includedFiles } from "./inclusions.ts";
import { code, paragraphs } from "./markdown.ts";
import { moduleOptions } from "./module-words.ts";
import { relationsOf } from "./relations.ts";
import type { Subject } from "./subject.ts";
import { loadedSections } from "./subject-file.ts";

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** Undefined where there is nothing to say. */
export function hoverAt(subject: Subject, offset: number): Hover | undefined {
  const cursor = cursorAt(subject, offset);
  const markdown = textOf(subject, cursor, offset);
  if (markdown === undefined || markdown === "") return undefined;
  const span = spanOf(subject, cursor, offset);
  if (span === undefined || span.start >= span.end) return undefined;
  // Beside it, as between a name and its "=", nothing is pointed at.
  return offset < span.start || offset > span.end ? undefined : { markdown, span };
}

function spanOf(subject: Subject, cursor: Cursor, offset: number): Span | undefined {
  switch (cursor.kind) {
    case "comment":
      return undefined;
    case "expression":
    case "substring":
      return substitutionAt(subject, offset)?.span;
    case "option-value":
      return valueItem(subject, cursor, offset).span;
    case "argument": {
      const { item, letter, location } = cursor;
      const written = writtenFunction(cursor, offset);
      if (written !== undefined) return written.span;
      const under = letterUnder(cursor, offset);
      if (under !== undefined) return under.span;
      const part = location?.parts[location.index] ?? letter?.argument ?? item;
      return offset >= part.span.start && offset <= part.span.end ? part.span : cursor.token.span;
    }
    default:
      return cursor.token.span;
  }
}

function textOf(subject: Subject, cursor: Cursor, offset: number): string | undefined {
  switch (cursor.kind) {
    case "comment":
    case "line-start":
      return undefined;
    case "directive":
      return directives[cursor.token.text.toLowerCase()];
    case "section-name":
      return sectionHover(subject, cursor);
    case "section-modifier":
      return modifierHover(subject, cursor);
    case "option-name":
      return nameHover(subject, cursor);
    case "option-value":
      return isGlobals(cursor)
        ? globalHover(subject, cursor.name.text)
        : optionValueHover(subject, cursor, valueItem(subject, cursor, offset));
    case "include-path":
      return includeHover(subject, cursor.token.text);
    case "extension-name":
      return extensionHover(subject, cursor, offset);
    case "priority":
    case "label":
      return priorityHover(subject, cursor, offset);
    case "application":
      return applicationHover(subject, cursor);
    case "argument": {
      const token = writtenFunction(cursor, offset);
      if (token === undefined) return argumentHover(subject, cursor, offset);
      return functionHover(subject, { ...cursor, kind: "function-name", token, hasArguments: true }, offset);
    }
    case "function-name":
      return functionHover(subject, cursor, offset);
    case "variable":
      return variableHover(subject, cursor, offset);
    case "substring":
    case "expression":
      return expressionHover(subject, offset);
    case "hint-device":
      return hintHover(subject, cursor);
    case "statement":
      return statementHover(subject, cursor);
  }
}

/** The name of a function that is being written, as in Set(CALLERID(num)=...). */
function writtenFunction(cursor: Extract<Cursor, { kind: "argument" }>, offset: number): Token | undefined {
  const kind = cursor.calls[0]?.argument?.kind;
  if (kind !== "variable-or-function" && kind !== "variable-assignment") return undefined;
  const { text, span } = cursor.item;
  const [, blanks = "", name] = /^(\s*)(\w+)\(/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const start = span.start + blanks.length;
  const end = start + name.length;
  return offset < start || offset > end ? undefined : { text: name, span: { start, end } };
}

function nameHover(subject: Subject, cursor: Extract<Cursor, { kind: "option-name" }>): string | undefined {
  const { token, section, fileKind } = cursor;
  if (isGlobals(cursor)) return globalHover(subject, token.text);
  const isGeneral = section?.name.toLowerCase() === "general";
  if (fileKind === "dialplan" && !isGeneral) return keywordHover(token.text);
  const known =
    cursor.root === "modules.conf"
      ? moduleOptions
      : isGeneral && fileKind === "dialplan"
        ? generalOptions
        : [];
  const words = known.find(([name]) => name === token.text.toLowerCase())?.[1];
  return words === undefined ? optionNameHover(subject, cursor) : `**${token.text}** · ${words}`;
}

function isGlobals({ section, fileKind }: Cursor): boolean {
  return fileKind === "dialplan" && section?.name.toLowerCase() === "globals";
}

/** A header: the objects or the context that the section stands for. */
function sectionHover(subject: Subject, cursor: Cursor): string | undefined {
  const { section: at, fileKind, root } = cursor;
  const section = at?.section;
  if (at === undefined) return undefined;
  if (fileKind === "dialplan" && !at.template) {
    const lower = at.name.toLowerCase();
    if (lower === "general") return "**general** · settings of the dialplan as a whole";
    if (lower === "globals") return "**globals** · variables that every channel can read";
    return contextHover(subject, at.name) ?? (section && plainSectionHover(subject, root, section));
  }
  if (section === undefined) return undefined;
  const relations = relationsOf(subject.installation);
  const objects = relations.objectsOf(section);
  if (objects.length === 0) {
    const type = subject.installation.catalog.types.get(at.type ?? "");
    const plain = plainSectionHover(subject, root, section);
    return at.template || type === undefined ? plain : paragraphs([plain, objectDocumentation(type.spec)]);
  }
  const texts = objects.map((object) => objectText(subject, object, relations));
  const [only] = objects;
  if (objects.length === 1 && only !== undefined) texts.push(optionsBlock(only) ?? "");
  return paragraphs(texts);
}

/** "!", "+" and the names of templates behind a header. */
function modifierHover(
  subject: Subject,
  cursor: Extract<Cursor, { kind: "section-modifier" }>,
): string | undefined {
  const { text } = cursor.token;
  if (text === "!") return "A template: it counts only through the sections that inherit from it.";
  if (text === "+") return "Adds its lines to the section of this name that stands before.";
  const base = loadedSections(subject).all.get(text);
  if (base !== undefined) return plainSectionHover(subject, cursor.root, base);
  return text === "" ? undefined : `There is no section ${code(text)} before this line.`;
}

const directives: Readonly<Record<string, string>> = {
  include:
    "**#include** · reads the lines of other files here. Asterisk refuses the whole file where one is missing.",
  tryinclude: "**#tryinclude** · reads the lines of other files here, as far as they exist.",
  exec: "**#exec** · runs a program and reads what it prints, where `execincludes` of asterisk.conf permits that.",
};

function includeHover({ installation }: Subject, argument: string): string | undefined {
  if (argument === "") return undefined;
  const { paths, unseen, isPattern } = includedFiles(installation, argument);
  const shown = paths.slice(0, 20).map((path) => `- ${code(path)}`);
  if (paths.length > 20) shown.push(`- and ${paths.length - 20} more`);
  const what =
    paths.length === 0
      ? unseen
        ? "This lies outside of what is seen here."
        : isPattern
          ? "No file fits now."
          : "There is no such file."
      : `Reads ${paths.length === 1 ? "one file" : `${paths.length} files, in this order`}:`;
  return paragraphs([`**${argument}** · include`, what, shown.join("\n")]);
}
