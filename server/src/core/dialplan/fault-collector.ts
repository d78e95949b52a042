// Faults of one reading of extensions.conf, with the places and file names that Asterisk's messages give.

import type { ConfigLoad } from "../config/load.ts";
import { type ConfigOption, type ConfigSection, printedLine } from "../config/section.ts";
import type { DialplanFault, DialplanFaultKind } from "./fault.ts";
import type { Piece } from "./model.ts";

type Details = Partial<Pick<DialplanFault, "log" | "extension" | "related" | "expected">>;

/** Faults that go on from line to line, until a line says again what they lack. */
const lasting: ReadonlySet<DialplanFaultKind> = new Set([
  "no-previous-extension",
  "relative-without-start",
  "lost-after-hint",
]);

interface Growing extends DialplanFault {
  readonly log: string[];
  readonly also: ConfigOption[];
}

export class DialplanFaults {
  readonly all: Growing[] = [];
  /** How many lines were read, and how many when the latest fault was met. */
  #lines = 0;
  #latest = 0;
  readonly #root: string;

  constructor(load: ConfigLoad) {
    this.#root = load.root.slice(load.root.lastIndexOf("/") + 1);
  }

  /** Says that the next line is read. */
  begin(): void {
    this.#lines++;
  }

  /** "line 7 of extensions.conf", as messages about the line say. */
  place(option: ConfigOption): string {
    const { file } = option;
    const name = file.storedName === "" ? this.#root : file.storedName;
    return `line ${printedLine(file, option.line)} of ${name}`;
  }

  onName(kind: DialplanFaultKind, option: ConfigOption, section: ConfigSection, details: Details): void {
    this.#add(kind, option, section, "name", 0, option.name.length, details);
  }

  /** About a piece of the value; about all of it where none is given. */
  onValue(
    kind: DialplanFaultKind,
    option: ConfigOption,
    section: ConfigSection,
    details: Details,
    piece: Pick<Piece, "start" | "end"> = { start: 0, end: option.value.length },
  ): void {
    this.#add(kind, option, section, "value", piece.start, piece.end, details);
  }

  #add(
    kind: DialplanFaultKind,
    option: ConfigOption,
    section: ConfigSection,
    part: "name" | "value",
    start: number,
    end: number,
    details: Details,
  ): void {
    const log = [...(details.log ?? [])];
    const before = this.all.at(-1);
    const follows = this.#lines === this.#latest + 1;
    this.#latest = this.#lines;
    if (before !== undefined && before.kind === kind && before.section === section) {
      // A block of lines that stands there twice is one mistake.
      const repeated =
        kind === "duplicate-priority" &&
        follows &&
        before.extension === details.extension &&
        (before.related === before.option) === (details.related === option);
      if (repeated || lasting.has(kind)) {
        before.log.push(...log);
        before.also.push(option);
        return;
      }
    }
    this.all.push({ kind, option, section, part, start, end, ...details, log, also: [] });
  }
}
