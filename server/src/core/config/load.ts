// What Asterisk holds of one configuration file after includes, templates and appends, and what it said.

import type { Line, OptionLine, SectionLine } from "../syntax/line.ts";
import type { FileLines } from "../syntax/read-lines.ts";
import type { Span } from "../text/span.ts";
import type { ConfigFault } from "./fault.ts";

/** One reading of a file within a load. A file that is included twice is read twice. */
export interface LoadedFile {
  /** Path of the file in the installation. */
  readonly path: string;
  /** How parser messages name it: its path below the configuration directory. */
  readonly printedName: string;
  /** How messages about its options name it: empty for the top file, "name~~1" where it is read again. */
  readonly storedName: string;
  readonly lines: FileLines;
  /** What the lines before it in the same wildcard stream add to its line numbers. */
  readonly lineOffset: number;
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
  /** What it inherits from, in order; names and positions as written in its headers. */
  readonly bases: {
    readonly section: ConfigSection;
    readonly file: LoadedFile;
    readonly line: SectionLine;
  }[];
  /** Inherited copies first, as they were at that line, then its own. */
  readonly options: ConfigOption[];
  /** Later headers that appended to it with "(+)". */
  readonly appended: { readonly file: LoadedFile; readonly line: SectionLine }[];
}

/** How the load ended. "hang": Asterisk never finishes reading it. */
export type Outcome = "loaded" | "rejected" | "missing" | "hang";

export interface ConfigLoad {
  /** The root file, as named by whoever loads it. */
  readonly root: string;
  readonly outcome: Outcome;
  /** In Asterisk's order, templates included. Of a rejected file: what was read before the fault. */
  readonly sections: readonly ConfigSection[];
  readonly faults: readonly ConfigFault[];
  /** Every file that was read, in order. */
  readonly files: readonly LoadedFile[];
  /** Something could not be read here (#exec, a file outside): names may exist that we cannot see. */
  readonly partial: boolean;
}

/** The line number that Asterisk prints for a line. */
export function printedLine(file: LoadedFile, line: Line): number {
  return line.number + file.lineOffset;
}

export type { Span };
