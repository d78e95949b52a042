// What the lines of files become in a load: sections with their options, each knowing where it is written.

import type { Line, OptionLine, SectionLine } from "../syntax/line.ts";
import type { FileLines } from "../syntax/read-lines.ts";
import type { Template } from "../syntax/template/template.ts";

/** One reading of a file within a load. A file that is included twice is read twice. */
export interface LoadedFile {
  /** Path of the file in the installation. */
  readonly path: string;
  /** How parser messages name it: its path below the configuration directory. */
  readonly printedName: string;
  /** How messages about its options name it: empty for the top file, "name~~1" where it is read again. */
  readonly storedName: string;
  /** Those of the latest text, where one load after the other reads it. */
  lines: FileLines;
  /** What the lines before it in the same wildcard stream add to its line numbers. */
  readonly lineOffset: number;
  /** Set where a template engine makes the file that Asterisk reads. */
  readonly template?: Template;
}

/** A variable of a section. A copy inherited from a template is the very same object. */
export interface ConfigOption {
  readonly name: string;
  readonly value: string;
  readonly line: OptionLine;
  readonly file: LoadedFile;
  /** The "+=" lines that made this value longer, oldest first. */
  readonly appends: readonly { readonly line: OptionLine; readonly file: LoadedFile }[];
}

export interface ConfigSection {
  /** Cut to 79 bytes, as Asterisk stores it. */
  readonly name: string;
  readonly header: SectionLine;
  readonly file: LoadedFile;
  template: boolean;
  /** What it inherits from, in order. A list of one may belong to several sections. */
  bases: Base[];
  /** Inherited copies first, as they were at that line, then its own. */
  options: ConfigOption[];
  /** Whether it inherits from a section that we cannot see, so that it may hold anything. */
  incomplete: boolean;
  /** Later headers that appended to it with "(+)". */
  appended: Header[];
}

/** A header of a section: its own, or a later one. */
export interface Header {
  readonly file: LoadedFile;
  readonly line: SectionLine;
}

/** What a section inherits from. */
export interface Base {
  readonly section: ConfigSection;
  /** The header that names it, where that is a later one than the section's own. */
  readonly later: Header | undefined;
}

/** The header of `section` that names a base of it. */
export function headerOf({ header, file }: ConfigSection, base: Base): Header {
  return base.later ?? { file, line: header };
}

/** The line number that Asterisk prints for a line. */
export function printedLine(file: LoadedFile, line: Line): number {
  return line.number + file.lineOffset;
}

/** The sections from which others inherit. */
export function basesOf(sections: readonly ConfigSection[]): Set<ConfigSection> {
  const found = new Set<ConfigSection>();
  for (const { bases } of sections) for (const { section } of bases) found.add(section);
  return found;
}
