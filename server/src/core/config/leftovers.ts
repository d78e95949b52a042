// What a load takes over from the one before it, whose lines have moved but are the same objects: files, options and
// whole sections. So what was worked out of a section can be kept as long as nobody edits it.

import type { OptionLine, SectionLine } from "../syntax/line.ts";
import type { ConfigLoad } from "./load.ts";
import { basesOf, type ConfigOption, type ConfigSection, type LoadedFile } from "./section.ts";

export class Leftovers {
  readonly #load: ConfigLoad;
  readonly #sections = new Map<SectionLine, ConfigSection>();

  constructor(load: ConfigLoad) {
    this.#load = load;
    for (const section of load.sections) this.#sections.set(section.header, section);
  }

  /** A reading of a file, or the same one of the load before with its new lines. `index`: how many were read before it. */
  file(read: LoadedFile, index: number): LoadedFile {
    const before = this.#load.files[index];
    if (before === undefined || !isSameReading(before, read)) return read;
    before.lines = read.lines;
    return before;
  }

  /** The section that began with this line. */
  section(header: SectionLine): ConfigSection | undefined {
    return this.#sections.get(header);
  }

  /** The sections, and where nothing is different in one, the very object of the load before. */
  sections(sections: readonly ConfigSection[]): readonly ConfigSection[] {
    const bases = basesOf(sections);
    return sections.map((section) => {
      const before = this.#sections.get(section.header);
      return before !== undefined && !bases.has(section) && isSameSection(before, section) ? before : section;
    });
  }
}

/** The option that was at a place of a section, where it is still that line. */
export function sameOption(
  section: ConfigSection,
  index: number,
  file: LoadedFile,
  line: OptionLine,
): ConfigOption | undefined {
  const before = section.options[index];
  return before?.line === line && before.file === file && before.appends.length === 0 ? before : undefined;
}

/**
 * Fills a section that begins at the line of an index with the options of an earlier one, where the lines behind it are
 * just those. Answers how many lines that are.
 */
export function takeOver(
  before: ConfigSection,
  section: ConfigSection,
  file: LoadedFile,
  index: number,
): number {
  const { options } = before;
  const { lines } = file.lines;
  const count = options.length;
  const next = lines[index + count + 1];
  if (section.options.length > 0 || (next !== undefined && next.kind !== "section")) return 0;
  for (let at = 0; at < count; at++) {
    const line = lines[index + 1 + at] as OptionLine;
    if (sameOption(before, at, file, line) === undefined || line.operator === "+=") return 0;
  }
  section.options = options.slice();
  return count;
}

function isSameReading(before: LoadedFile, now: LoadedFile): boolean {
  return (
    before.path === now.path &&
    before.printedName === now.printedName &&
    before.storedName === now.storedName &&
    before.lineOffset === now.lineOffset &&
    before.template === undefined &&
    now.template === undefined
  );
}

function isSameSection(before: ConfigSection, now: ConfigSection): boolean {
  return (
    isPlain(before) &&
    isPlain(now) &&
    before.file === now.file &&
    before.options.length === now.options.length &&
    before.options.every((option, index) => option === now.options[index])
  );
}

/** Whether a section is what its lines say and nothing else. */
function isPlain({ template, incomplete, bases, appended }: ConfigSection): boolean {
  return !template && !incomplete && bases.length === 0 && appended.length === 0;
}
